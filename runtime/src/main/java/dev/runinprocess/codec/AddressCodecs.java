package dev.runinprocess.codec;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

/** URIs and URLs, as text; nothing here asks a name service, as {@link URL#equals} would. */
final class AddressCodecs {
    private AddressCodecs() {}

    static final class OfUri implements Codec<URI> {
        static final OfUri INSTANCE = new OfUri();

        @Override
        public void write(ValueWriter out, URI value) {
            StringCodec.INSTANCE.write(out, value.toString());
        }

        @Override
        public URI read(ValueReader in) {
            String text = StringCodec.INSTANCE.read(in);
            try {
                return new URI(text);
            } catch (URISyntaxException e) {
                throw Refusal.of("The text received is not a URI: " + text, e);
            }
        }
    }

    static final class OfUrl implements Codec<URL> {
        static final OfUrl INSTANCE = new OfUrl();

        @Override
        public void write(ValueWriter out, URL value) {
            String text = value.toExternalForm();
            // A URL with a stream handler of its own would only fail in the child.
            if (!parse(text).toExternalForm().equals(text)) {
                throw Refusal.of("The URL " + text + " does not survive being written as text. Send a java.net.URI.");
            }
            StringCodec.INSTANCE.write(out, text);
        }

        @Override
        public URL read(ValueReader in) {
            return parse(StringCodec.INSTANCE.read(in));
        }

        private static URL parse(String text) {
            try {
                return new URL(text);
            } catch (MalformedURLException e) {
                throw Refusal.of(
                        "The URL " + text + " cannot be built from its text: " + e.getMessage()
                                + ". Send a java.net.URI, or install a handler for its protocol on both sides.",
                        e);
            }
        }
    }
}
