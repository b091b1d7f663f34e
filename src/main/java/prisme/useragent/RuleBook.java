package prisme.useragent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A list of rules, of which the first one that holds gives the result.
///
/// There is one rule per line: `answer = phrase & phrase & !phrase`. It holds when all phrases are found, and none of
/// those with a `!`. A line that begins with `=` is another rule with the same answer as the line before. A line that
/// begins with `# ` is a comment.
final class RuleBook {
    private static final int[] NONE = {};
    private static final String AND = " & ";

    private final List<Rule> rules = new ArrayList<>();
    /* For every phrase the rules that are checked when it is found, in their order. */
    private final int[][] askedFor;

    private record Rule(String answer, int[] required, int[] forbidden) {
        boolean holds(FoundPhrases found) {
            for (int phrase : required) {
                if (!found.has(phrase)) {
                    return false;
                }
            }
            for (int phrase : forbidden) {
                if (found.has(phrase)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// @throws IllegalArgumentException for a line that is no rule
    RuleBook(List<String> lines, Phrases.Collector phrases) {
        String answer = "";
        for (String line : lines) {
            int equals = line.startsWith("=") ? 0 : line.indexOf(" = ") + 1;
            if (equals == 0 && !line.startsWith("=")) {
                throw new IllegalArgumentException("expected 'answer = phrases' but found '" + line + "'");
            }
            answer = equals == 0 ? answer : line.substring(0, equals).strip();
            rules.add(rule(answer, line.substring(equals + 1).strip(), phrases));
        }
        askedFor = index(phrases.count());
    }

    private static Rule rule(String answer, String condition, Phrases.Collector phrases) {
        if (condition.replace(AND, "").contains("&")) {
            throw new IllegalArgumentException("'" + condition + "' has a & without a space on both sides");
        }
        List<Integer> required = new ArrayList<>();
        List<Integer> forbidden = new ArrayList<>();
        for (int from = 0; from <= condition.length(); ) {
            int to = condition.indexOf(AND, from);
            to = to < 0 ? condition.length() : to;
            boolean negated = condition.startsWith("!", from);
            (negated ? forbidden : required).add(phrases.numberOf(condition.substring(negated ? from + 1 : from, to)));
            from = to + AND.length();
        }
        if (required.isEmpty()) {
            throw new IllegalArgumentException("'" + condition + "' requires nothing");
        }
        return new Rule(answer, toArray(required), toArray(forbidden));
    }

    private static int[] toArray(List<Integer> numbers) {
        int[] array = new int[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return array;
    }

    /* All required phrases have to be found, so it is enough to check a rule when one of them is: the one that the
     * fewest rules require. */
    private int[][] index(int phrases) {
        int[] needs = new int[phrases];
        for (Rule rule : rules) {
            for (int phrase : rule.required()) {
                needs[phrase]++;
            }
        }
        int[][] asked = new int[phrases][];
        Arrays.fill(asked, NONE);
        for (int rule = 0; rule < rules.size(); rule++) {
            int rarest = rarest(rules.get(rule).required(), needs);
            asked[rarest] = Arrays.copyOf(asked[rarest], asked[rarest].length + 1);
            asked[rarest][asked[rarest].length - 1] = rule;
        }
        return asked;
    }

    private static int rarest(int[] phrases, int[] needs) {
        int rarest = phrases[0];
        for (int phrase : phrases) {
            rarest = needs[phrase] < needs[rarest] ? phrase : rarest;
        }
        return rarest;
    }

    /// The answer of the first rule that holds, or `otherwise` if none does.
    String answer(FoundPhrases found, String otherwise) {
        int best = rules.size();
        for (int i = 0; i < found.count(); i++) {
            int phrase = found.number(i);
            best = phrase < askedFor.length ? firstThatHolds(askedFor[phrase], best, found) : best;
        }
        return best == rules.size() ? otherwise : rules.get(best).answer();
    }

    private int firstThatHolds(int[] candidates, int limit, FoundPhrases found) {
        for (int rule : candidates) {
            if (rule >= limit) {
                return limit;
            }
            if (rules.get(rule).holds(found)) {
                return rule;
            }
        }
        return limit;
    }
}
