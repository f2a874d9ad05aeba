package dev.runinprocess.processor.read;

import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.JoinableProcessQueue;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.memory.SharedBoolean;
import dev.runinprocess.memory.SharedBooleanArray;
import dev.runinprocess.memory.SharedByteArray;
import dev.runinprocess.memory.SharedCharArray;
import dev.runinprocess.memory.SharedDouble;
import dev.runinprocess.memory.SharedDoubleArray;
import dev.runinprocess.memory.SharedFloatArray;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.memory.SharedList;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.memory.SharedLongArray;
import dev.runinprocess.memory.SharedMemory;
import dev.runinprocess.memory.SharedShortArray;
import dev.runinprocess.sync.BoundedProcessSemaphore;
import dev.runinprocess.sync.ProcessBarrier;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.sync.ProcessSemaphore;
import java.util.List;

/**
 * The library's classes whose objects stand for something that processes share. Each makes its own codec, by {@code codec()}, which takes the elements' codec where there are
 * elements.
 */
final class HandleTypes {
    static final List<Class<?>> ALL = List.of(
            ProcessLock.class,
            ProcessReentrantLock.class,
            ProcessCondition.class,
            ProcessSemaphore.class,
            BoundedProcessSemaphore.class,
            ProcessEvent.class,
            ProcessBarrier.class,
            SharedMemory.class,
            SharedByteArray.class,
            SharedShortArray.class,
            SharedCharArray.class,
            SharedIntArray.class,
            SharedLongArray.class,
            SharedFloatArray.class,
            SharedDoubleArray.class,
            SharedBooleanArray.class,
            SharedList.class,
            SharedInt.class,
            SharedLong.class,
            SharedDouble.class,
            SharedBoolean.class,
            ProcessQueue.class,
            JoinableProcessQueue.class,
            Connection.class);

    private HandleTypes() {}
}
