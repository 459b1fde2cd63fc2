"""Writes the reference values of searches: those of NumPy, SciPy and Optuna.

    python3 vectors.py        # beside itself; needs numpy, scipy and optuna 5.0.0
    python3 vectors.py old    # trials-4.9.0.txt alone; needs optuna 4.9.0

random-state.txt  function, arguments, `:`, numbers of numpy.random.RandomState
sobol.txt         number of a point, its coordinates times 2^30 (scipy.stats.qmc, not scrambled)
trials-*.txt      sampler, problem, seed, direction, generation, number, `:`, internal values, value
grid.txt          seed, number, `:`, internal values
pruned.txt        pruner, direction, `:`, the step at which each trial was stopped, -1 for none
importance.txt    a case, number, `:`, internal values, value; then `= name raw share`
brackets.txt      least and most steps, factor, `:`, the number of brackets and their budgets

Trials are made with ask and tell, `generation` of them asked for before any is told.
"""

import math
import sys
from pathlib import Path

import numpy as np
import optuna
from optuna.distributions import CategoricalDistribution as Choice
from optuna.distributions import FloatDistribution as Float
from optuna.distributions import IntDistribution as Int

optuna.logging.set_verbosity(optuna.logging.ERROR)
FOLDER = Path(__file__).parent


def write(name, rows):
    text = "\n".join(" ".join(repr(float(v)) if isinstance(v, float) else str(v) for v in row)
                     for row in rows)
    (FOLDER / name).write_text(text + "\n")


# The problems; SampleProblem.swift has the same spaces, and takes the values from the file.
def branin(x):
    inner = x[1] - 5.1 / (4 * math.pi**2) * x[0] ** 2 + 5 / math.pi * x[0] - 6
    return inner**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x[0]) + 10


def mixed(x):
    return ((math.log10(x[0]) + 3) ** 2 + 0.1 * (math.log10(x[1]) + 6) ** 2
            + (x[2] - 100) / 1000 + {"std": 0.5, "xavier": 0.2, "he": 0}[x[3]])


def whole(x):
    return ((math.log2(x[0]) - 6) ** 2 + 0.3 * (x[1] - 3) ** 2 + 4 * x[2]
            + 0.5 * ["sgd", "adam"].index(x[3]) + (math.log10(x[4]) + 2.5) ** 2)


PROBLEMS = {
    "branin": (branin, {"x1": Float(-5, 10), "x2": Float(0, 15)}),
    "mixed": (mixed, {"lr": Float(1e-6, 1e-2, log=True), "wd": Float(1e-8, 1e-4, log=True),
                      "hidden": Int(50, 200, step=50),
                      "init": Choice(["std", "xavier", "he"])}),
    "whole": (whole, {"units": Int(4, 512, log=True), "depth": Int(1, 6),
                      "dropout": Float(0, 0.5, step=0.1), "optimizer": Choice(["sgd", "adam"]),
                      "rate": Float(1e-4, 1e-1, log=True)}),
}


def sampler(name, seed):
    samplers = optuna.samplers
    return samplers.RandomSampler(seed=seed) if name == "random" else samplers.TPESampler(seed=seed)


def trials(name, problem, seed, direction="minimize", generation=1, count=40):
    function, space = PROBLEMS[problem]
    study = optuna.create_study(sampler=sampler(name, seed), direction=direction)
    results = []
    while len(study.trials) < count:
        batch = [study.ask(space) for _ in range(min(generation, count - len(study.trials)))]
        for trial in batch:
            value = function([trial.params[k] for k in space])
            value = value if direction == "minimize" else -value
            results.append(value)
            if name == "tpe-pruned" and trial.number % 12:
                # Fewer are complete than count as good, which pruned ones then fill up.
                trial.report(math.nan if trial.number % 17 == 5 else value, trial.number % 3)
                study.tell(trial, state=optuna.trial.TrialState.PRUNED)
            else:
                study.tell(trial, value)
    for trial, result in zip(study.trials, results):
        values = [float(space[k].to_internal_repr(trial.params[k])) for k in space]
        yield [name, problem, seed, direction, generation, trial.number, ":", *values, result]


def all_trials():
    rows = []
    for problem in PROBLEMS:
        rows += trials("random", problem, 3, count=6)
        rows += trials("tpe", problem, 7)
        rows += trials("tpe", problem, 42, generation=5)
    rows += trials("tpe", "branin", 42, count=20)
    rows += trials("tpe", "mixed", 1, direction="maximize")
    rows += trials("tpe-pruned", "branin", 2, count=60)
    rows += trials("tpe-pruned", "mixed", 3, direction="maximize", count=60)
    return rows


def random_states():
    rows = []
    for seed in (0, 1, 42, 2**32 - 1):
        state = np.random.RandomState(seed)
        rows.append(["random_sample", seed, ":", *state.random_sample(4)])
        state = np.random.RandomState(seed)
        state.random_sample(1000)
        rows.append(["after-1000", seed, ":", *state.random_sample(4)])
        rows.append(["uniform", seed, ":", *np.random.RandomState(seed).uniform(-3, 11, 4)])
        for bound in (1, 2, 10, 1000, 2**31 + 5, 2**32):
            state = np.random.RandomState(seed)
            rows.append(["randint", seed, bound, ":", *map(int, state.randint(0, bound, 6))])
        items = list(range(20))
        np.random.RandomState(seed).shuffle(items)
        rows.append(["shuffle", seed, ":", *items])
        p = np.array([0.5, 1, 0, 2.25, 0.25])
        chosen = np.random.RandomState(seed).choice(5, p=p / p.sum(), size=12)
        rows.append(["choice", seed, ":", *map(int, chosen)])
    return rows


def sobol_points():
    from scipy.stats import qmc

    rows = []
    for number in [*range(20), 31, 32, 100, 1023, 1024, 65535, 123456, 2**20 + 3]:
        engine = qmc.Sobol(64, scramble=False, bits=30)
        if number:
            engine.fast_forward(number)
        rows.append([number, *[int(v * 2**30) for v in engine.random(1)[0]]])
    return rows


def grids():
    rows = []
    values = {"b": [0, 1, 2], "a": [5, 10, 15, 20], "c": ["x", "y"]}
    space = {"b": Int(0, 2), "a": Int(5, 20, step=5), "c": Choice(["x", "y"])}
    for seed in (0, 9):
        study = optuna.create_study(sampler=optuna.samplers.GridSampler(values, seed=seed))
        study.optimize(lambda t: t.suggest_int("b", 0, 2) + t.suggest_int("a", 5, 20, step=5)
                       + len(t.suggest_categorical("c", ["x", "y"])), n_trials=24)
        for trial in study.trials:
            row = [float(space[k].to_internal_repr(trial.params[k])) for k in space]
            rows.append([seed, trial.number, ":", *row])
    return rows


PRUNERS = {
    "median": lambda: optuna.pruners.MedianPruner(),
    "median-late": lambda: optuna.pruners.MedianPruner(2, 5, 3),
    "percentile": lambda: optuna.pruners.PercentilePruner(25, 3, 2, 2, n_min_trials=4),
    "halving": lambda: optuna.pruners.SuccessiveHalvingPruner(1, 3),
    "halving-auto": lambda: optuna.pruners.SuccessiveHalvingPruner(),
    "halving-late": lambda: optuna.pruners.SuccessiveHalvingPruner(2, 2, 1, 2),
    "hyperband": lambda: optuna.pruners.HyperbandPruner(1, 27, 3),
    "hyperband-auto": lambda: optuna.pruners.HyperbandPruner(reduction_factor=2),
}


def reported(trial, step):
    """What trial number `trial` reports; NaN now and then in the longer study."""
    if trial >= 12 and (trial * 31 + step * 17) % 29 == 0:
        return math.nan
    return ((7 * trial) % 12) / 12 + ((5 * trial) % 12) / 12 / (step + 1) + (trial // 12) * 0.01


def pruned():
    rows = []
    for name, make in PRUNERS.items():
        first = 0 if "median" in name or name == "percentile" else 1
        for direction in ("minimize", "maximize"):
            for count in (12, 60):
                study = optuna.create_study(
                    study_name="dlplot", direction=direction, pruner=make(),
                    sampler=optuna.samplers.RandomSampler(seed=0))
                stops = []
                for number in range(count):
                    trial = study.ask()
                    stop = -1
                    # Half of the longer study skips steps, so that a report passes several rungs.
                    for step in range(first, 28 if first else 27, 1 + number // 36):
                        trial.report(reported(number, step), step)
                        if trial.should_prune():
                            stop = step
                            break
                    stops.append(stop)
                    if stop < 0:
                        study.tell(trial, 0.0)
                    else:
                        study.tell(trial, state=optuna.trial.TrialState.PRUNED)
                rows.append([name, direction, ":", *stops])
    return rows


def brackets():
    rows = []
    for least, most, factor in [(1, 27, 3), (1, 243, 3), (1, 1000, 10), (2, 50, 4), (1, 1, 2),
                                (3, 81, 3), (1, 81, 3), (5, 1024, 2), (1, 125, 5), (1, 729, 3)]:
        pruner = optuna.pruners.HyperbandPruner(least, most, factor)
        study = optuna.create_study(study_name="s", pruner=pruner)
        trial = study.ask()
        trial.report(0.0, 1)
        trial.should_prune()
        ids = [pruner._get_bracket_id(study, optuna.trial.create_trial(value=0.0))]
        assert ids[0] >= 0
        rows.append([least, most, factor, ":", *pruner._trial_allocation_budgets])
    return rows


def importances():
    rows = []
    evaluator = optuna.importance.PedAnovaImportanceEvaluator()

    def case(name, study, space):
        for trial in study.trials:
            values = [float(space[k].to_internal_repr(trial.params[k])) if k in trial.params
                      else "-" for k in space]
            rows.append([name, trial.number, ":", *values, trial.value])
        raw = optuna.importance.get_param_importances(
            study, evaluator=evaluator, normalize=False)
        shares = optuna.importance.get_param_importances(study, evaluator=evaluator)
        for key, value in raw.items():
            rows.append([name, "=", key, value, shares[key]])

    for problem, count, direction in (("branin", 20, "minimize"), ("mixed", 60, "minimize"),
                                      ("whole", 150, "maximize"), ("branin", 3, "minimize")):
        function, space = PROBLEMS[problem]
        study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=42),
                                    direction=direction)
        sign = 1 if direction == "minimize" else -1
        study.optimize(lambda t: sign * function(
            [t._suggest(k, d) for k, d in space.items()]), n_trials=count)
        case(f"{problem}-{count}", study, space)

    # Parameters that not all trials have, and equal values.
    space = {"kind": Choice(["a", "b"]), "depth": Int(1, 100, log=True), "x": Float(0, 1),
             "rate": Float(0, 1, step=0.02)}
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=5))

    def conditional(t):
        kind = t._suggest("kind", space["kind"])
        value = round(t._suggest("rate", space["rate"]), 1)
        if kind == "a":
            value += math.log(t._suggest("depth", space["depth"])) / 4
        else:
            value += t._suggest("x", space["x"]) ** 2
        return round(value, 1)

    study.optimize(conditional, n_trials=90)
    case("conditional", study, space)
    return rows


if sys.argv[1:] == ["old"]:
    assert optuna.__version__ == "4.9.0", optuna.__version__
    write("trials-4.9.0.txt", [*trials("tpe", "branin", 42, count=20),
                               *trials("tpe", "mixed", 7), *trials("tpe", "whole", 5)])
else:
    assert optuna.__version__ == "5.0.0", optuna.__version__
    write("trials-5.0.0.txt", all_trials())
    write("random-state.txt", random_states())
    write("sobol.txt", sobol_points())
    write("grid.txt", grids())
    write("pruned.txt", pruned())
    write("brackets.txt", brackets())
    write("importance.txt", importances())
