"""Compares `dlplot search --rng numpy` with Optuna 5.0.0, trial by trial, on real training.

    python3 command_parity.py DLPLOT

The search runs first and keeps its trials in a journal. Optuna then searches the same space with
the same seed: each trial that it suggests must have the parameters of ours, and is told what ours
reported and came to; its pruner must give up the same trials after the same epoch. With a generation
of one, that is a study of Optuna whose objective is our training. Fails where a parameter differs by
more than 1e-9 of itself.
"""

import os
import subprocess
import sys
import tempfile

import optuna
from optuna.distributions import CategoricalDistribution as Choice
from optuna.distributions import FloatDistribution as Float
from optuna.distributions import IntDistribution as Int
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

optuna.logging.set_verbosity(optuna.logging.ERROR)

TOLERANCE = 1e-9
SPACE = {"learning-rate": Float(1e-3, 1.0, log=True), "hidden": Int(10, 40, step=10),
         "init": Choice(["std=0.01", "xavier", "he"]), "dropout": Float(0, 0.5)}
RANGES = ["learning-rate=log:0.001..1.0", "hidden=10..40:10", "init=std=0.01|xavier|he",
          "dropout=0.0..0.5"]
PRUNERS = {"none": optuna.pruners.NopPruner, "median": optuna.pruners.MedianPruner,
           "halving": optuna.pruners.SuccessiveHalvingPruner,
           "hyperband": optuna.pruners.HyperbandPruner}
SAMPLERS = {"random": optuna.samplers.RandomSampler, "tpe": optuna.samplers.TPESampler}


def ours(program, folder, sampler, pruner, objective, seed):
    journal = os.path.join(folder, "study.jsonl")
    if os.path.exists(journal):
        os.remove(journal)
    words = [program, "search", "--rng", "numpy", "--generation", "1", "--sampler", sampler,
             "--pruner", pruner, "--objective", objective, "--seed", str(seed), "--trials", "60",
             "--hidden", "20x2", "--batch", "16", "--epochs", "9", "--images", "100", "--study",
             journal, "-o", os.path.join(folder, "a.png"), "--quiet"]
    for text in RANGES:
        words += ["--space", text]
    subprocess.run(words, check=True)
    storage = JournalStorage(JournalFileBackend(journal))
    return optuna.load_study(study_name="search", storage=storage).trials


def difference(space, mine, trial):
    largest = 0.0
    for name, distribution in space.items():
        a = distribution.to_internal_repr(mine.params[name])
        b = distribution.to_internal_repr(trial.params[name])
        if a != b:
            largest = max(largest, abs(a - b) / max(abs(a), abs(b)))
    return largest


def compare(trials, sampler, pruner, objective, seed):
    study = optuna.create_study(
        study_name="search", direction="maximize" if objective == "accuracy" else "minimize",
        sampler=SAMPLERS[sampler](seed=seed), pruner=PRUNERS[pruner]())
    largest = 0.0
    for mine in trials:
        trial = study.ask(SPACE)
        largest = max(largest, difference(SPACE, mine, trial))
        if largest > TOLERANCE:
            sys.exit(f"{sampler}, {pruner}, seed {seed}, trial {mine.number}: "
                     f"{mine.params} here, {trial.params} in Optuna")
        steps = sorted(mine.intermediate_values)
        for step in steps:
            trial.report(mine.intermediate_values[step], step)
            diverged = mine.user_attrs["dlplot:trial"]["diverged"] and step == steps[-1]
            stops = not diverged and trial.should_prune()
            # After the last epoch there is nothing to give up any more.
            expected = mine.state == TrialState.PRUNED and step == steps[-1] and not diverged
            if stops != expected and step < 9:
                sys.exit(f"{sampler}, {pruner}, seed {seed}, trial {mine.number}: after epoch "
                         f"{step} {'given up' if expected else 'gone on with'} here, not in Optuna")
        if mine.state == TrialState.PRUNED:
            study.tell(trial, state=TrialState.PRUNED)
        else:
            study.tell(trial, mine.value)
    return largest


def main():
    program = os.path.abspath(sys.argv[1])
    print("dlplot search --rng numpy, 60 trials: largest relative difference of a parameter")
    with tempfile.TemporaryDirectory(prefix="dlplot-parity-") as folder:
        for sampler in SAMPLERS:
            for pruner in PRUNERS:
                for objective in ("accuracy", "loss"):
                    largest, pruned = 0.0, 0
                    for seed in (1, 2):
                        trials = ours(program, folder, sampler, pruner, objective, seed)
                        assert len(trials) == 60, len(trials)
                        pruned += sum(t.state == TrialState.PRUNED for t in trials)
                        largest = max(largest, compare(trials, sampler, pruner, objective, seed))
                    print(f"  {sampler:6} {pruner:9} {objective:8}: {largest:.1e}, "
                          f"{pruned} of 120 given up", flush=True)


main()
