package dev.runinprocess.tests.memory;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.MemoryOptions;
import dev.runinprocess.memory.SharedByteArray;
import dev.runinprocess.memory.SharedDouble;
import dev.runinprocess.memory.SharedDoubleArray;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.memory.SharedList;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.memory.SharedMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What children do to memory. */
final class MemoryTasks {
    private MemoryTasks() {}

    @RunInProcess
    static void writeByName(String name, String text) throws IOException {
        try (SharedMemory memory = SharedMemory.attach(name)) {
            memory.put(0, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @RunInProcess
    static void writeByHandle(SharedMemory memory, String text) {
        memory.put(0, text.getBytes(StandardCharsets.UTF_8));
        memory.close();
    }

    /** Hands memory on to a grandchild. */
    @RunInProcess
    static void writeByGrandchild(List<SharedMemory> memories, String text) throws Exception {
        WriteByHandleLauncher.invoke(memories.get(0), text);
    }

    @RunInProcess
    static void sumUp(SharedIntArray array) {
        for (int i = 1; i < array.length(); i++) {
            array.set(i, array.get(i) + array.get(i - 1));
        }
    }

    @RunInProcess
    static void setAll(SharedInt number, SharedDouble real, SharedInt small, SharedLong large, SharedByteArray letter) {
        number.set(24234);
        real.set(-4.25);
        small.set(234);
        large.set(1L << 34);
        letter.set(0, (byte) 'y');
    }

    /** Doubles everything; the number and the real one under their locks. */
    @RunInProcess
    static void doubleAll(
            SharedInt number,
            SharedDouble real,
            SharedLong large,
            SharedMemory struct,
            SharedDoubleArray array,
            SharedByteArray text) {
        number.lock().lock();
        try {
            number.setPlain(number.getPlain() * 2);
        } finally {
            number.lock().unlock();
        }
        real.lock().lock();
        try {
            real.setPlain(real.getPlain() * 2);
        } finally {
            real.lock().unlock();
        }
        large.updateAndGet(value -> value * 2);
        struct.putInt(0, struct.getInt(0) * 2);
        struct.putDouble(8, struct.getDouble(8) * 2);
        for (int i = 0; i < array.length(); i++) {
            array.set(i, array.get(i) * 2);
        }
        text.copyTo(0, text, 5, 5);
    }

    @RunInProcess
    static void count(SharedInt counter, int times) {
        for (int i = 0; i < times; i++) {
            counter.lock().lock();
            try {
                counter.setPlain(counter.getPlain() + 1);
            } finally {
                counter.lock().unlock();
            }
        }
    }

    @RunInProcess
    static SharedMemory make(String text) {
        SharedMemory memory = SharedMemory.create(100);
        memory.put(0, text.getBytes(StandardCharsets.UTF_8));
        return memory;
    }

    @RunInProcess
    static SharedList reversed(SharedList list) {
        for (int i = 0; i < list.size() / 2; i++) {
            list.set(i, list.set(list.size() - 1 - i, list.get(i)));
        }
        return list;
    }

    @RunInProcess
    static void closeAndEnd(SharedMemory memory) {
        memory.close();
    }

    /** Attaches, writes, and stays. */
    @RunInProcess
    static void attachAndStay(SharedMemory memory, Path here) throws Exception {
        memory.putInt(0, 42);
        Files.createFile(here);
        Thread.currentThread().join();
    }

    /** Goes on creating memory too large to be quick. */
    @RunInProcess
    static void createForEver(Path here) throws Exception {
        Files.createFile(here);
        while (true) {
            SharedMemory.create(200_000_000).close();
        }
    }

    @RunInProcess
    static void makeAndStay(String name, Path here) throws Exception {
        SharedMemory memory = SharedMemory.create(100, MemoryOptions.defaults().named(name));
        memory.putInt(0, 43);
        Files.createFile(here);
        Thread.currentThread().join();
    }
}
