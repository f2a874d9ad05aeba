/** The stage of the samples: a file server, a folder for temporary files, and checksums. No library code is in here. */
@NullMarked
package dev.runinprocess.samples.files;

import org.jspecify.annotations.NullMarked;
