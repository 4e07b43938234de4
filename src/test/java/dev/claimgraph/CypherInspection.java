package dev.claimgraph;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.claimgraph.paging.Keyset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Looks in sources, as the compiler understands them, for all Cypher, and for Cypher that is no constant: what reaches the database
 * has to be put together of constants of the language, whether there or where a private method gets it from, or come from
 * {@link Keyset}.
 */
final class CypherInspection {

    /** Where others take Cypher: first. */
    private static final Pattern DOORS = Pattern.compile(
            "(org\\.neo4j\\.(driver|graphdb)|org\\.springframework\\.data\\.neo4j)\\..*#(query|run|find.*|count|exec.*|toExecutableQuery)|org\\.neo4j\\.driver\\.Query#<init>");

    /** Where this project takes what becomes Cypher. */
    private static final Pattern OWN_DOORS = Pattern.compile(
            "dev\\.claimgraph\\.paging\\.(Keyset#(of|<init>)|Pages#count)|dev\\.claimgraph\\.history\\.ChangeLog#writeLast");

    private static final Pattern KEYSETS = Pattern.compile("dev\\.claimgraph\\.paging\\.Keyset#of");

    /** What puts statements together of the constants that it is given, and what hands on those of others. */
    private static final Set<String> TRUSTED = Set.of(
            "dev.claimgraph.paging.Keyset", "dev.claimgraph.graph.TimeLimit", "dev.claimgraph.history.ChangeLog.Last");

    private static final Set<String> TEXT = Set.of("java.lang.String", "java.util.function.Supplier<java.lang.String>");

    private final Trees trees;
    private final Iterable<? extends CompilationUnitTree> sources;
    private final Map<VariableElement, Set<String>> handedOn = new HashMap<>();

    private CypherInspection(JavacTask compilation) throws IOException {
        trees = Trees.instance(compilation);
        sources = compilation.parse();
        compilation.analyze();
    }

    /** @return the file and line of each statement that is no constant */
    static Set<String> notConstant(Collection<Path> sources) {
        return inspect(sources).notConstant;
    }

    /** @return each statement, and the file where it is */
    static Map<String, String> statements(Collection<Path> sources) {
        return inspect(sources).statements;
    }

    private static Calls inspect(Collection<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
            var task = compiler.getTask(
                    Writer.nullWriter(), files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
            return new CypherInspection((JavacTask) task).calls();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Calls calls() {
        while (true) {
            var known = Map.copyOf(handedOn);
            var calls = new Calls();
            sources.forEach(source -> calls.scan(source, null));
            if (handedOn.equals(known)) {
                return calls;
            }
        }
    }

    /** Looks at each call. */
    private final class Calls extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Set<String> notConstant = new TreeSet<>();
        private final Map<String, String> statements = new TreeMap<>();

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
            look(call, call.getArguments());
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void none) {
            look(call, call.getArguments());
            return super.visitNewClass(call, none);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void none) {
            if (element(reference) instanceof ExecutableElement called
                    && cypherOf(called).findAny().isPresent()) {
                report(reference);
            }
            return super.visitMemberReference(reference, none);
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void none) {
            lookAtAssigned(assignment.getVariable());
            return super.visitAssignment(assignment, none);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, @Nullable Void none) {
            lookAtAssigned(assignment.getVariable());
            return super.visitCompoundAssignment(assignment, none);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void none) {
            if (annotation.getAnnotationType().toString().equals("Query")) {
                annotation
                        .getArguments()
                        .forEach(value ->
                                texts(((AssignmentTree) value).getExpression()).forEach(this::state));
            }
            return null;
        }

        private void look(ExpressionTree call, List<? extends ExpressionTree> arguments) {
            if (element(call) instanceof ExecutableElement called && !isTrusted()) {
                cypherOf(called).forEach(i -> {
                    if (!isConstant(arguments.get(i))) {
                        report(arguments.get(i));
                    }
                    handedOn.computeIfPresent(
                            called.getParameters().get(i), (parameter, texts) -> union(texts, texts(arguments.get(i))));
                });
                statementsOf(called, arguments).forEach(this::state);
            }
        }

        private Stream<String> statementsOf(ExecutableElement called, List<? extends ExpressionTree> arguments) {
            if (isDoor(KEYSETS, called)) {
                return product(arguments.stream().map(this::texts).toList())
                        .map(texts -> switch (texts.size()) {
                            case 3 -> Keyset.of(texts.get(0), texts.get(1), texts.get(2));
                            case 4 -> Keyset.of(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
                            case 5 -> Keyset.of(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
                            default ->
                                Keyset.of(
                                        texts.get(0),
                                        texts.get(1),
                                        texts.get(2),
                                        texts.get(3),
                                        texts.get(4),
                                        texts.get(5));
                        })
                        .flatMap(keyset -> Stream.of(
                                keyset.smallestFirst(),
                                keyset.largestFirst(),
                                keyset.count(),
                                keyset.countedSmallestFirst(),
                                keyset.countedLargestFirst()));
            }
            return cypherOf(called)
                    .filter(i -> !handedOn.containsKey(called.getParameters().get(i)))
                    .flatMap(i -> texts(arguments.get(i)).stream());
        }

        private void state(String statement) {
            if (!statement.isEmpty()) {
                statements.put(statement, file());
            }
        }

        /** What a constant says, or may say. */
        private Set<String> texts(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal -> Set.of(String.valueOf(literal.getValue()));
                case ParenthesizedTree inner -> texts(inner.getExpression());
                case BinaryTree sum ->
                    product(List.of(texts(sum.getLeftOperand()), texts(sum.getRightOperand())))
                            .map(parts -> String.join("", parts))
                            .collect(Collectors.toSet());
                case ConditionalExpressionTree either ->
                    union(texts(either.getTrueExpression()), texts(either.getFalseExpression()));
                default ->
                    element(expression) instanceof VariableElement variable
                            ? variable.getConstantValue() instanceof String text
                                    ? Set.of(text)
                                    : handedOn.getOrDefault(variable, Set.of())
                            : Set.of();
            };
        }

        private void lookAtAssigned(ExpressionTree variable) {
            if (element(variable) instanceof VariableElement parameter && handedOn.containsKey(parameter)) {
                report(variable);
            }
        }

        private boolean isConstant(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree _ -> true;
                case ParenthesizedTree inner -> isConstant(inner.getExpression());
                case BinaryTree sum -> isConstant(sum.getLeftOperand()) && isConstant(sum.getRightOperand());
                case ConditionalExpressionTree either ->
                    isConstant(either.getTrueExpression()) && isConstant(either.getFalseExpression());
                default -> isConstant(element(expression));
            };
        }

        private boolean isConstant(@Nullable Element element) {
            return switch (element) {
                case VariableElement variable -> variable.getConstantValue() != null || isHandedOn(variable);
                case ExecutableElement method -> TRUSTED.contains(owner(method));
                case null, default -> false;
            };
        }

        private void report(Tree tree) {
            var source = getCurrentPath().getCompilationUnit();
            var line =
                    source.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(source, tree));
            notConstant.add(file() + ":" + line);
        }

        private String file() {
            var source = getCurrentPath().getCompilationUnit().getSourceFile();
            return Path.of(source.toUri()).getFileName().toString();
        }

        private boolean isTrusted() {
            return Stream.iterate(getCurrentPath(), path -> path != null, TreePath::getParentPath)
                    .map(trees::getElement)
                    .anyMatch(element -> element != null && TRUSTED.contains(element.toString()));
        }

        private @Nullable Element element(Tree tree) {
            return trees.getElement(TreePath.getPath(getCurrentPath(), tree));
        }
    }

    /** A parameter that is handed on is what the callers say, who are looked at for it from then on. */
    private boolean isHandedOn(VariableElement variable) {
        if (variable.getEnclosingElement() instanceof ExecutableElement method
                && method.getParameters().contains(variable)
                && (method.getModifiers().contains(Modifier.PRIVATE) || isDoor(OWN_DOORS, method))) {
            handedOn.putIfAbsent(variable, Set.of());
            return true;
        }
        return false;
    }

    /** Which of its arguments become Cypher. */
    private Stream<Integer> cypherOf(ExecutableElement called) {
        var parameters = called.getParameters();
        return IntStream.range(0, parameters.size())
                .filter(i -> handedOn.containsKey(parameters.get(i))
                        || TEXT.contains(parameters.get(i).asType().toString())
                                && (isDoor(OWN_DOORS, called) || i == 0 && isDoor(DOORS, called)))
                .boxed();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** Every way to take one of each. */
    private static Stream<List<String>> product(List<Set<String>> sets) {
        return sets.isEmpty()
                ? Stream.of(List.of())
                : sets.getFirst().stream()
                        .flatMap(first -> product(sets.subList(1, sets.size()))
                                .map(rest -> Stream.concat(Stream.of(first), rest.stream())
                                        .toList()));
    }

    private static boolean isDoor(Pattern doors, ExecutableElement method) {
        return doors.matcher(owner(method) + "#" + method.getSimpleName()).matches();
    }

    private static String owner(ExecutableElement method) {
        return method.getEnclosingElement().toString();
    }
}
