/** The stage of the samples: a file server, a folder for temporary files, another program, checksums, texts and pictures. */
@NullMarked
package dev.runinprocess.samples.files;

import org.jspecify.annotations.NullMarked;
