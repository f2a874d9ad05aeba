package dev.runinprocess.codec;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Small damage to a message, as an attacker or a broken sender would do it. */
final class Mutation {
    private static final byte[][] NUMBERS_THAT_LIE = {
        {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07},
        {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
        {-1, -1, -1, 127},
        {0, 0, 0, -128},
        {-1, -1, -1, -1, -1, -1, -1, 127}
    };

    private Mutation() {}

    static byte[] of(byte[] message, RandomGenerator random) {
        byte[] damaged = message;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] message, RandomGenerator random) {
        int at = random.nextInt(message.length + 1);
        byte[] copy = message.clone();
        switch (random.nextInt(6)) {
            case 0 -> copy = Arrays.copyOf(copy, at);
            case 1 ->
                copy = splice(
                        copy, at, NUMBERS_THAT_LIE[random.nextInt(NUMBERS_THAT_LIE.length)], random.nextBoolean());
            case 2 -> copy = splice(copy, at, new byte[] {(byte) random.nextInt()}, true);
            case 3 ->
                copy = splice(copy, at, Arrays.copyOfRange(copy, at, at + random.nextInt(copy.length - at + 1)), true);
            case 4 -> {
                if (at < copy.length) {
                    copy[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
            default -> {
                if (at < copy.length) {
                    copy[at] = (byte) random.nextInt();
                }
            }
        }
        return copy;
    }

    private static byte[] splice(byte[] message, int at, byte[] part, boolean insert) {
        int after = insert ? at : Math.min(message.length, at + part.length);
        byte[] result = Arrays.copyOf(message, at + part.length + message.length - after);
        System.arraycopy(part, 0, result, at, part.length);
        System.arraycopy(message, after, result, at + part.length, message.length - after);
        return result;
    }
}
