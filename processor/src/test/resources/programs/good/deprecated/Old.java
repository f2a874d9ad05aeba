package good.deprecated;

import dev.runinprocess.Default;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.Transferable;
import java.util.List;

/** Deprecated methods and types, whose own file needs no suppression. */
final class Old {
    private Old() {}

    @Deprecated
    @RunInProcess
    static int method(int a) {
        return a;
    }

    @Deprecated(since = "2", forRemoval = true)
    @RunInProcess
    static int removal(int a) {
        return a;
    }

    @Deprecated
    record Part(int a) {}

    @Deprecated(forRemoval = true)
    record Doomed(int a) {}

    record Job(List<Part> parts, int old) {
        @Deprecated
        @Override
        public int old() {
            return old;
        }
    }

    enum Level {
        @Deprecated
        LOW,
        HIGH
    }

    @RunInProcess
    static Level level(@Default("LOW") Level level) {
        return level;
    }

    @Deprecated(forRemoval = true)
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Deprecated
    static final class Kind {}

    @RunInProcess
    static Class<? extends Kind> kind(Class<Kind> kind) throws Failure {
        return kind;
    }

    @RunInProcess
    static Part parameter(Part part) {
        return part;
    }

    @RunInProcess
    static List<Doomed> doomed(List<? extends Doomed> doomed) {
        return List.copyOf(doomed);
    }

    @RunInProcess
    static Job component(Job job) {
        return job;
    }

    @Deprecated
    static final class Owner {
        @RunInProcess
        static int ofOwner(int a) {
            return a;
        }
    }

    @Deprecated
    @Transferable
    record Marked(Doomed doomed) {}

    @Transferable
    record Holder(Part part, Marked marked) {}

    @RunInProcess
    static Holder holder(Holder holder) {
        return holder;
    }

    @SuppressWarnings({"deprecation", "removal"})
    static void check() throws Exception {
        Check.require(MethodLauncher.invoke(1) == 1);
        Check.require(RemovalLauncher.invoke(1) == 1);
        Check.require(LevelLauncher.invoke() == Level.LOW);
        Check.require(KindLauncher.invoke(Kind.class) == Kind.class);
        Check.require(ParameterLauncher.invoke(new Part(1)).a() == 1);
        Check.require(DoomedLauncher.invoke(List.of(new Doomed(1))).size() == 1);
        Check.require(ComponentLauncher.invoke(new Job(List.of(), 1)).old() == 1);
        Check.require(OfOwnerLauncher.invoke(1) == 1);
        Holder holder = new Holder(new Part(1), new Marked(new Doomed(2)));
        Check.require(HolderLauncher.invoke(holder).equals(holder));
        Check.require(RemovalLauncher.class.getAnnotation(Deprecated.class).forRemoval());
        Check.require(RemovalLauncher.class.getAnnotation(Deprecated.class).since().equals("2"));
        Check.require(OfOwnerLauncher.class.isAnnotationPresent(Deprecated.class));
        Check.require(!ParameterLauncher.class.isAnnotationPresent(Deprecated.class));
    }
}
