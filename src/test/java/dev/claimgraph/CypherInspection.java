package dev.claimgraph;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Looks in sources, as the compiler understands them, for Cypher that is no constant: what reaches the database has to be put
 * together of constants of the language, whether there or where a private method gets it from, or come from {@code Keyset}.
 */
final class CypherInspection {

    /** Where others take Cypher: first. */
    private static final Pattern DOORS = Pattern.compile(
            "(org\\.neo4j\\.(driver|graphdb)|org\\.springframework\\.data\\.neo4j)\\..*#(query|run|find.*|count|exec.*|toExecutableQuery|<init>)");

    /** Where this project takes what becomes Cypher. */
    private static final Pattern OWN_DOORS =
            Pattern.compile("dev\\.claimgraph\\.paging\\.(Keyset#(of|<init>)|Pages#count)");

    /** What puts statements together of the constants that it is given, and what hands on those of others. */
    private static final Set<String> TRUSTED = Set.of("dev.claimgraph.paging.Keyset", "dev.claimgraph.graph.TimeLimit");

    private static final Set<String> TEXT = Set.of("java.lang.String", "java.util.function.Supplier<java.lang.String>");

    private final Trees trees;
    private final Iterable<? extends CompilationUnitTree> sources;
    private final Set<VariableElement> handedOn = new HashSet<>();

    private CypherInspection(JavacTask compilation) throws IOException {
        trees = Trees.instance(compilation);
        sources = compilation.parse();
        compilation.analyze();
    }

    /** @return the file and line of each statement that is no constant */
    static Set<String> notConstant(Collection<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
            var task = compiler.getTask(
                    Writer.nullWriter(), files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
            return new CypherInspection((JavacTask) task).notConstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> notConstant() {
        while (true) {
            var known = handedOn.size();
            var found = new TreeSet<String>();
            sources.forEach(source -> new Calls(found).scan(source, null));
            if (handedOn.size() == known) {
                return found;
            }
        }
    }

    /** Looks at each call of one source. */
    private final class Calls extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Set<String> found;

        private Calls(Set<String> found) {
            this.found = found;
        }

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

        private void look(ExpressionTree call, List<? extends ExpressionTree> arguments) {
            if (element(call) instanceof ExecutableElement called && !isTrusted()) {
                cypherOf(called)
                        .map(arguments::get)
                        .filter(argument -> !isConstant(argument))
                        .forEach(this::report);
            }
        }

        private void lookAtAssigned(ExpressionTree variable) {
            if (element(variable) instanceof VariableElement parameter && handedOn.contains(parameter)) {
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
            found.add(Path.of(source.getSourceFile().toUri()).getFileName() + ":" + line);
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
            handedOn.add(variable);
            return true;
        }
        return false;
    }

    /** Which of its arguments become Cypher. */
    private Stream<Integer> cypherOf(ExecutableElement called) {
        var parameters = called.getParameters();
        return IntStream.range(0, parameters.size())
                .filter(i -> handedOn.contains(parameters.get(i))
                        || TEXT.contains(parameters.get(i).asType().toString())
                                && (isDoor(OWN_DOORS, called) || i == 0 && isDoor(DOORS, called)))
                .boxed();
    }

    private static boolean isDoor(Pattern doors, ExecutableElement method) {
        return doors.matcher(owner(method) + "#" + method.getSimpleName()).matches();
    }

    private static String owner(ExecutableElement method) {
        return method.getEnclosingElement().toString();
    }
}
