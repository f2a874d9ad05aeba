package dev.runinprocess.codec;

import java.io.File;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Names of files on the default file system, one codec each; a relative name stays relative to the receiver's working directory. */
final class FileCodecs {
    private FileCodecs() {}

    static final class OfFile implements Codec<File> {
        static final OfFile INSTANCE = new OfFile();

        @Override
        public void write(ValueWriter out, File value) {
            StringCodec.INSTANCE.write(out, value.getPath());
        }

        @Override
        public File read(ValueReader in) {
            return new File(StringCodec.INSTANCE.read(in));
        }
    }

    static final class OfPath implements Codec<Path> {
        static final OfPath INSTANCE = new OfPath();

        /*
         * On Unix a name is bytes, and its text depends on the locale of the JVM: bytes that are no characters there turn into U+FFFD,
         * and another JVM may read the same text as other bytes. A "file:" URI spells the bytes out, so it carries every path that is not
         * plain ASCII; a relative path is carried under the root.
         */
        private static final int TEXT = 0;
        private static final int ABSOLUTE_URI = 1;
        private static final int RELATIVE_URI = 2;
        private static final int FORMS = 3;

        @Override
        public void write(ValueWriter out, Path value) {
            if (value.getFileSystem() != FileSystems.getDefault()) {
                throw Refusal.of("The path " + value.toUri()
                        + " is not on the default file system, and another process has no access to this one's "
                        + value.getFileSystem().getClass().getName()
                        + ". Copy the file out, or send its content as byte[].");
            }
            String text = value.toString();
            if (File.separatorChar != '/' || isAscii(text)) {
                out.writeOrdinal(TEXT);
                StringCodec.INSTANCE.write(out, text);
            } else if (value.isAbsolute()) {
                out.writeOrdinal(ABSOLUTE_URI);
                AddressCodecs.OfUri.INSTANCE.write(out, value.toUri());
            } else {
                out.writeOrdinal(RELATIVE_URI);
                AddressCodecs.OfUri.INSTANCE.write(
                        out, Path.of("/").resolve(value).toUri());
            }
        }

        private static boolean isAscii(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 0x7F) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Path read(ValueReader in) {
            int form = in.readOrdinal(FORMS);
            if (form == TEXT) {
                return Path.of(StringCodec.INSTANCE.read(in));
            }
            URI uri = AddressCodecs.OfUri.INSTANCE.read(in);
            if (!"file".equals(uri.getScheme())) {
                throw Refusal.malformed("the path " + uri + " is not on the default file system");
            }
            Path path = Path.of(uri);
            return form == ABSOLUTE_URI ? path : path.subpath(0, path.getNameCount());
        }
    }
}
