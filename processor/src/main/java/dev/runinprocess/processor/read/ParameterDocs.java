package dev.runinprocess.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a method's Javadoc says of its parameters, for its launcher to repeat. Plain text only: links and the like may mean
 * nothing in another class.
 */
final class ParameterDocs {
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)");
    private static final Pattern PARAM = Pattern.compile("\\s*@param\\s+([\\w$]+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[^{}@<>&*\\\\]+");

    private ParameterDocs() {}

    /** The texts by parameter. */
    static Map<String, String> in(String javadoc) {
        Map<String, String> docs = new HashMap<>();
        Matcher tags = TAG.matcher(javadoc);
        int start = javadoc.length();
        while (tags.find()) {
            if (start < tags.start()) {
                add(javadoc.substring(start, tags.start()), docs);
            }
            start = tags.start();
        }
        add(javadoc.substring(start), docs);
        return docs;
    }

    private static void add(String block, Map<String, String> docs) {
        Matcher param = PARAM.matcher(block);
        if (param.matches()) {
            String text = param.group(2).strip().replaceAll("\\s+", " ");
            if (PLAIN.matcher(text).matches()) {
                docs.putIfAbsent(param.group(1), text);
            }
        }
    }
}
