package dev.runinprocess.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in mapped memory, with the orderings of {@code java.util.concurrent.atomic}. Apart, since setting them up costs a fresh JVM milliseconds. */
final class OrderedAccess {
    static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private OrderedAccess() {}
}
