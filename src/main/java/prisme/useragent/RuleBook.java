package prisme.useragent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rules in the order of their precedence: the first one that holds gives the answer.
///
/// One rule per line: `answer = phrase & phrase & !phrase`. It holds when every phrase is found and none behind a
/// `!` is. Further lines that begin with `=` are further ways to the same answer. Text behind `# ` at the start of a
/// line is a remark.
final class RuleBook {
    private final List<Rule> rules = new ArrayList<>();
    private int[][] rulesByFirstPhrase = {};

    private record Rule(String answer, int[] required, int[] forbidden) {
        boolean holds(Phrases.Found found) {
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
        index();
    }

    private static Rule rule(String answer, String condition, Phrases.Collector phrases) {
        List<Integer> required = new ArrayList<>();
        List<Integer> forbidden = new ArrayList<>();
        for (String part : condition.split(" & ")) {
            boolean negated = part.startsWith("!");
            (negated ? forbidden : required).add(phrases.numberOf(negated ? part.substring(1) : part));
        }
        if (required.isEmpty()) {
            throw new IllegalArgumentException("'" + condition + "' requires nothing");
        }
        return new Rule(answer, toArray(required), toArray(forbidden));
    }

    private static int[] toArray(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private void index() {
        int phrases = rules.stream().mapToInt(rule -> rule.required()[0]).max().orElse(-1) + 1;
        rulesByFirstPhrase = new int[phrases][0];
        for (int i = 0; i < rules.size(); i++) {
            int first = rules.get(i).required()[0];
            int[] before = rulesByFirstPhrase[first];
            rulesByFirstPhrase[first] = Arrays.copyOf(before, before.length + 1);
            rulesByFirstPhrase[first][before.length] = i;
        }
    }

    /// The answer of the first rule that holds, else the given one.
    String answer(Phrases.Found found, String otherwise) {
        int best = rules.size();
        int phrase = found.nextFrom(0);
        while (phrase >= 0 && phrase < rulesByFirstPhrase.length) {
            best = Math.min(best, firstThatHolds(rulesByFirstPhrase[phrase], best, found));
            phrase = found.nextFrom(phrase + 1);
        }
        return best == rules.size() ? otherwise : rules.get(best).answer();
    }

    private int firstThatHolds(int[] candidates, int limit, Phrases.Found found) {
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
