package dev.runinprocess.codec;

/** Enum constants, by ordinal. The constants come from outside because {@link Class#getEnumConstants} finds them by costly reflection. */
@SuppressWarnings(
        "EnumOrdinal") // both processes run the same program: the fingerprint of a task covers the shape of its enums
final class EnumCodec<E extends Enum<E>> implements Codec<E> {
    private final E[] constants;

    EnumCodec(E[] constants) {
        this.constants = constants;
    }

    @Override
    public void write(ValueWriter out, E value) {
        int ordinal = value.ordinal();
        if (ordinal >= constants.length || constants[ordinal] != value) {
            throw Refusal.of("The constant " + value.name() + " of "
                    + value.getDeclaringClass().getName()
                    + " is not where its codec has it. Build the codec from all constants, as values() returns them.");
        }
        out.writeOrdinal(ordinal);
    }

    @Override
    public E read(ValueReader in) {
        return constants[in.readOrdinal(constants.length)];
    }
}
