package dev.runinprocess.codec;

import java.util.Locale;

/** Locales, as a language tag with script and extensions; those made by hand of parts that no tag can hold, as these parts. */
final class LocaleCodec implements Codec<Locale> {
    static final LocaleCodec INSTANCE = new LocaleCodec();

    private static final int TAG = 0;
    private static final int PARTS = 1;
    private static final int FORMS = 2;

    private LocaleCodec() {}

    @Override
    public void write(ValueWriter out, Locale value) {
        String tag = value.toLanguageTag();
        if (Locale.forLanguageTag(tag).equals(value)) {
            out.writeOrdinal(TAG);
            StringCodec.INSTANCE.write(out, tag);
            return;
        }
        if (!new Locale(value.getLanguage(), value.getCountry(), value.getVariant()).equals(value)) {
            throw Refusal.of(
                    "The locale " + value + " has parts that no language tag can hold. Build it with Locale.Builder.");
        }
        out.writeOrdinal(PARTS);
        StringCodec.INSTANCE.write(out, value.getLanguage());
        StringCodec.INSTANCE.write(out, value.getCountry());
        StringCodec.INSTANCE.write(out, value.getVariant());
    }

    @Override
    public Locale read(ValueReader in) {
        if (in.readOrdinal(FORMS) == TAG) {
            return Locale.forLanguageTag(StringCodec.INSTANCE.read(in));
        }
        String language = StringCodec.INSTANCE.read(in);
        String country = StringCodec.INSTANCE.read(in);
        return new Locale(language, country, StringCodec.INSTANCE.read(in));
    }
}
