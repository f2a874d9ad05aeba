/** The stage of the samples: a file server, a folder for temporary files, and checksums. */
@NullMarked
package dev.runinprocess.samples.files;

import org.jspecify.annotations.NullMarked;
