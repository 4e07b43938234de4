package dev.claimgraph.copycheck;

import java.util.List;
import java.util.stream.IntStream;

/** Fits weights to labelled features by Newton's method, the last feature being the bias, which alone may grow freely. */
final class LogisticRegression {

    private static final double PENALTY = 0.3;
    private static final int MOST_STEPS = 50;
    private static final double STILL = 1e-6;

    private LogisticRegression() {}

    static double[] fit(List<double[]> features, List<Boolean> labels) {
        var weights = new double[features.getFirst().length];
        for (var step = 0; step < MOST_STEPS; step++) {
            var move = move(features, labels, weights);
            IntStream.range(0, weights.length).forEach(at -> weights[at] -= move[at]);
            if (IntStream.range(0, weights.length).allMatch(at -> Math.abs(move[at]) < STILL)) {
                break;
            }
        }
        return weights;
    }

    private static double[] move(List<double[]> features, List<Boolean> labels, double[] weights) {
        var size = weights.length;
        var gradient = new double[size];
        var hessian = new double[size][size];
        for (var at = 0; at < size - 1; at++) {
            gradient[at] = PENALTY * weights[at];
            hessian[at][at] = PENALTY;
        }
        for (var row = 0; row < features.size(); row++) {
            var x = features.get(row);
            var likely = 1 / (1 + Math.exp(-Assertion.logit(x, weights)));
            var error = likely - (labels.get(row) ? 1 : 0);
            var curvature = likely * (1 - likely) + 1e-9;
            for (var at = 0; at < size; at++) {
                gradient[at] += error * x[at];
                for (var other = 0; other < size; other++) {
                    hessian[at][other] += curvature * x[at] * x[other];
                }
            }
        }
        return solved(hessian, gradient);
    }

    /** By elimination, in place: the matrix is positive definite, so that no pivot is looked for. */
    private static double[] solved(double[][] matrix, double[] right) {
        for (var pivot = 0; pivot < right.length; pivot++) {
            for (var row = pivot + 1; row < right.length; row++) {
                var factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (var at = pivot; at < right.length; at++) {
                    matrix[row][at] -= factor * matrix[pivot][at];
                }
                right[row] -= factor * right[pivot];
            }
        }
        for (var row = right.length - 1; row >= 0; row--) {
            for (var at = row + 1; at < right.length; at++) {
                right[row] -= matrix[row][at] * right[at];
            }
            right[row] /= matrix[row][row];
        }
        return right;
    }
}
