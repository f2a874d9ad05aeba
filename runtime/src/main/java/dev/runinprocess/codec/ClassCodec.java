package dev.runinprocess.codec;

/** Classes, by name; found by the reading thread's context class loader and not initialised. */
final class ClassCodec implements Codec<Class<?>> {
    static final ClassCodec INSTANCE = new ClassCodec();

    private static final Class<?>[] PRIMITIVES = {
        boolean.class, byte.class, short.class, char.class, int.class, long.class, float.class, double.class, void.class
    };

    private ClassCodec() {}

    @Override
    public void write(ValueWriter out, Class<?> value) {
        Class<?> element = value;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isHidden()) {
            throw Refusal.of(
                    "The class " + element.getName()
                            + " was made at run time, by a lambda expression for one, and cannot be found by its name. Send a named class.");
        }
        StringCodec.INSTANCE.write(out, value.getName());
    }

    @Override
    public Class<?> read(ValueReader in) {
        String name = StringCodec.INSTANCE.read(in);
        for (Class<?> primitive : PRIMITIVES) {
            if (primitive.getName().equals(name)) {
                return primitive;
            }
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName(name, false, loader != null ? loader : ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw Refusal.of(
                    "The class " + name + " cannot be loaded in this process. Put it on the class path of both.", e);
        }
    }
}
