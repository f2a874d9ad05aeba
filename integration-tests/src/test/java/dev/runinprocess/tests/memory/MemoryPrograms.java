package dev.runinprocess.tests.memory;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.failure.OutOfSharedMemoryException;
import dev.runinprocess.memory.MemoryOptions;
import dev.runinprocess.memory.MemoryScope;
import dev.runinprocess.memory.SharedDoubleArray;
import dev.runinprocess.memory.SharedList;
import dev.runinprocess.memory.SharedMemory;
import dev.runinprocess.tests.testing.Await;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Programs that share memory, some with programs they know nothing of. */
final class MemoryPrograms {
    private MemoryPrograms() {}

    /** Makes memory with a name, says so, and waits for a byte to change. */
    static final class Maker {
        private Maker() {}

        public static void main(String[] args) throws Exception {
            try (SharedMemory memory =
                    SharedMemory.create(1000, MemoryOptions.defaults().named(args[0]))) {
                memory.putInt(0, 7);
                System.out.println("made " + memory.name());
                Await.until("somebody wrote", () -> memory.getInt(4) != 0);
                System.out.println("read " + memory.getInt(4));
            }
        }
    }

    /** Tries to make memory with a name, and stays if that works. */
    static final class Contender {
        private Contender() {}

        public static void main(String[] args) throws Exception {
            try (SharedMemory memory =
                    SharedMemory.create(1000, MemoryOptions.defaults().named(args[0]))) {
                System.out.println("made " + memory.name());
                Thread.currentThread().join();
            } catch (FileAlreadyExistsException e) {
                System.out.println("taken " + e.getMessage());
            }
        }
    }

    /** Attaches by name, reads, writes, closes, and says what it saw. */
    static final class Stranger {
        private Stranger() {}

        public static void main(String[] args) throws IOException {
            try (SharedMemory memory = SharedMemory.attach(args[0])) {
                int seen = memory.getInt(0);
                memory.putInt(4, 8);
                System.out.println("attached " + seen + " " + memory.size());
            } catch (IOException e) {
                System.out.println("refused " + e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }

    /** Ends while a thread that does not keep it makes memory again, as soon as all that was made is gone. */
    static final class Latecomer {
        private Latecomer() {}

        public static void main(String[] args) {
            SharedMemory memory = SharedMemory.create(1000);
            Path directory = Path.of(args[0]);
            Thread late = new Thread(() -> {
                while (sessions(directory) > 0) {
                    Thread.onSpinWait();
                }
                SharedMemory unused = SharedMemory.create(1000);
            });
            late.setUncaughtExceptionHandler((thread, refused) -> {});
            late.setDaemon(true);
            late.start();
            System.out.println("has " + memory.size() + " bytes");
        }

        private static int sessions(Path directory) {
            String[] names = directory.toFile().list((all, name) -> name.contains("runinprocess-"));
            return names == null ? 0 : names.length;
        }
    }

    /** Has a child make memory with a name, and waits for it. */
    static final class ParentOfMaker {
        private ParentOfMaker() {}

        public static void main(String[] args) throws Exception {
            try (SharedMemory unnamed = SharedMemory.create(1000)) {
                ChildProcess<Void> child = MakeAndStayLauncher.start(args[0], Path.of(args[1]));
                System.out.println("child " + child.pid() + " beside " + unnamed.name());
                child.join();
                System.out.println("child ended " + child.exitCode().getAsInt());
                System.out.println("exists " + exists(args[0]));
            }
        }
    }

    /** Has a child that goes on creating memory, and waits for it. */
    static final class ParentOfCreator {
        private ParentOfCreator() {}

        public static void main(String[] args) throws Exception {
            try (SharedMemory kept = SharedMemory.create(1000)) {
                ChildProcess<Void> child = CreateForEverLauncher.start(Path.of(args[0]));
                System.out.println("child " + child.pid());
                child.join();
                System.out.println("ended with " + kept.size());
                Thread.currentThread().join();
            }
        }
    }

    /** Makes memory, and ends without closing it. */
    static final class Careless {
        private Careless() {}

        public static void main(String[] args) throws IOException {
            SharedMemory memory =
                    SharedMemory.create(1000, MemoryOptions.defaults().named(args[0]));
            SharedDoubleArray array = SharedDoubleArray.create(1000);
            System.out.println("made " + memory.name() + " " + array.length());
        }
    }

    /** Makes memory that does not fit, then some that does. */
    static final class Greedy {
        private Greedy() {}

        public static void main(String[] args) {
            for (MemoryOptions options : new MemoryOptions[] {
                MemoryOptions.defaults(), MemoryOptions.defaults().sparse()
            }) {
                try (SharedMemory memory = SharedMemory.create(Long.parseLong(args[0]), options)) {
                    System.out.println("made " + memory.size());
                } catch (OutOfSharedMemoryException e) {
                    System.out.println("refused " + e.bytesWanted() + " " + e.getMessage());
                } catch (IOException e) {
                    System.out.println("failed " + e);
                }
            }
            try (SharedMemory memory = SharedMemory.create(1000)) {
                System.out.println("small " + memory.size());
            }
        }
    }

    /** Closes what it shares together. */
    static final class Scoped {
        private Scoped() {}

        public static void main(String[] args) throws IOException {
            String name;
            try (MemoryScope scope = MemoryScope.open()) {
                SharedList list = scope.keep(SharedList.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
                name = list.name();
                System.out.println("exists " + exists(name));
            }
            System.out.println("exists later " + exists(name));
        }
    }

    private static boolean exists(String name) throws IOException {
        try {
            SharedMemory.attach(name).close();
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
