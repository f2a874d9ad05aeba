package dev.runinprocess.codec;

import java.util.Currency;

/** Currencies, by ISO 4217 code. */
final class CurrencyCodec implements Codec<Currency> {
    static final CurrencyCodec INSTANCE = new CurrencyCodec();

    private CurrencyCodec() {}

    @Override
    public void write(ValueWriter out, Currency value) {
        StringCodec.INSTANCE.write(out, value.getCurrencyCode());
    }

    @Override
    public Currency read(ValueReader in) {
        return Currency.getInstance(StringCodec.INSTANCE.read(in));
    }
}
