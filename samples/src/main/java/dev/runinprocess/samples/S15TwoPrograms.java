package dev.runinprocess.samples;

import dev.runinprocess.Transferable;
import dev.runinprocess.channel.Client;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.ConnectionTerms;
import dev.runinprocess.channel.Listener;
import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.samples.files.OtherProgram;
import dev.runinprocess.samples.files.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Two programs that were started apart, and talk through a listener: a server that knows words, and clients that ask.
 *
 * <p>Teaches: both have the same {@link ConnectionTerms}, that is the type of the values and a key. Whoever does not know the key is sent away, and the server does not even notice. What goes is
 * typed and encoded as arguments are, though none of the programs is a child of another.
 *
 * <p>Without arguments this program starts the others, each as you would in a shell of its own: {@code serve PATH KEY CLIENTS} and {@code ask PATH KEY WORD}.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * server: listens in process …
 * client: process … says that level has 5 letters and reads the same both ways
 * client: process … says that listener has 8 letters and does not read the same both ways
 * client with another key: refused
 * client: process … says that noon has 4 letters and reads the same both ways
 * server: answered 3 clients and refused 1
 * }</pre>
 */
public final class S15TwoPrograms {
    private static final String KEY = "correct horse battery staple";

    /** What goes over a connection. */
    @Transferable
    sealed interface Line permits Question, Answer {}

    record Question(String word) implements Line {}

    record Answer(long process, int letters, boolean palindrome) implements Line {
        static Answer to(Question question) {
            String word = question.word();
            String reversed = new StringBuilder(word).reverse().toString();
            return new Answer(ProcessHandle.current().pid(), word.length(), word.equals(reversed));
        }
    }

    private static ConnectionTerms<Line> terms(String key) {
        return ConnectionTerms.of(Line.class).authKey(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The first program. */
    static void serve(Path path, String key, int clients) throws IOException, InterruptedException {
        try (Listener<Line> listener = Listener.open(terms(key), path)) {
            System.out.println(
                    "server: listens in process " + ProcessHandle.current().pid());
            for (int i = 0; i < clients; i++) {
                try (Connection<Line> client = listener.accept()) {
                    if (client.receive() instanceof Question question) {
                        client.send(Answer.to(question));
                    }
                }
            }
            System.out.println("server: answered " + clients + " clients and refused " + listener.refused());
        }
    }

    /** The second program. */
    static void ask(Path path, String key, String word) throws IOException, InterruptedException {
        try (Connection<Line> server = Client.connect(terms(key), path)) {
            server.send(new Question(word));
            if (server.receive() instanceof Answer answer) {
                System.out.println("client: process " + answer.process() + " says that " + word + " has "
                        + answer.letters() + " letters and "
                        + (answer.palindrome() ? "reads" : "does not read") + " the same both ways");
            }
        } catch (AuthenticationException e) {
            System.out.println("client with another key: refused");
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            startAll();
        } else if (args[0].equals("serve")) {
            serve(Path.of(args[1]), args[2], Integer.parseInt(args[3]));
        } else {
            ask(Path.of(args[1]), args[2], args[3]);
        }
    }

    private static void startAll() throws Exception {
        try (TemporaryFolder here = TemporaryFolder.create()) {
            String path = here.path("words").toString();
            try (OtherProgram server = OtherProgram.start(S15TwoPrograms.class, "serve", path, KEY, "3")) {
                System.out.println(server.nextLine());
                print("ask", path, KEY, "level");
                print("ask", path, KEY, "listener");
                print("ask", path, "another key", "level");
                print("ask", path, KEY, "noon");
                System.out.println(server.nextLine());
            }
        }
    }

    private static void print(String... arguments) throws IOException {
        try (OtherProgram client = OtherProgram.start(S15TwoPrograms.class, arguments)) {
            System.out.println(client.nextLine());
        }
    }
}
