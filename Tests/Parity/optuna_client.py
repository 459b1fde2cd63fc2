"""What a user of Optuna does with studies; `optuna_clients.py` runs it with several versions.

    python optuna_client.py describe FILE           prints the studies of a file as JSON
    python optuna_client.py go-on FILE STUDY COUNT  loads a study and adds trials to it
    python optuna_client.py version

FILE is a journal, or a database where it ends in .db.
"""

import json
import sys
import warnings

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

warnings.simplefilter("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)


def storage(path):
    if path.endswith(".db"):
        return optuna.storages.RDBStorage(f"sqlite:///{path}")
    return JournalStorage(JournalFileBackend(path))


def trial(trial):
    seconds = None
    if trial.datetime_complete and trial.datetime_start:
        seconds = (trial.datetime_complete - trial.datetime_start).total_seconds()
    return {
        "number": trial.number,
        "state": trial.state.name,
        "values": [repr(value) for value in trial.values] if trial.values else None,
        "params": {name: repr(trial.distributions[name].to_internal_repr(value))
                   for name, value in sorted(trial.params.items())},
        "external": {name: repr(value) for name, value in sorted(trial.params.items())},
        "distributions": {name: optuna.distributions.distribution_to_json(distribution)
                          for name, distribution in sorted(trial.distributions.items())},
        "intermediate": {str(step): repr(value)
                         for step, value in sorted(trial.intermediate_values.items())},
        "user": {key: json.dumps(value) for key, value in sorted(trial.user_attrs.items())},
        "system": {key: json.dumps(value) for key, value in sorted(trial.system_attrs.items())},
        "seconds": seconds,
    }


def describe(path):
    store = storage(path)
    studies = []
    for name in sorted(optuna.get_all_study_names(store)):
        study = optuna.load_study(study_name=name, storage=store)
        studies.append({
            "name": name,
            "directions": [direction.name for direction in study.directions],
            "metrics": study.metric_names,
            "user": study.user_attrs,
            "trials": [trial(each) for each in study.get_trials(deepcopy=False)],
        })
    return studies


def go_on(path, name, count):
    """Adds trials as a user would: by TPE, with pruning, one that fails and one that waits."""
    study = optuna.load_study(study_name=name, storage=storage(path),
                              sampler=optuna.samplers.TPESampler(seed=1),
                              pruner=optuna.pruners.MedianPruner())
    before = len(study.trials)

    def objective(trial):
        # The ranges of the search; the value is made up.
        rate = trial.suggest_float("learning-rate", 1e-3, 1.0, log=True)
        hidden = trial.suggest_int("hidden", 10, 30, step=10)
        init = trial.suggest_categorical("init", ["xavier", "he"])
        trial.set_user_attr("by", "optuna")
        for step in range(1, 4):
            trial.report(rate * step, step)
            if trial.should_prune():
                raise optuna.TrialPruned()
        if trial.number == before + 1:
            raise RuntimeError("failed on purpose")
        return rate + hidden / 100 + (init == "he")

    study.optimize(objective, n_trials=count, catch=(RuntimeError,))
    study.ask()  # stays running
    study.enqueue_trial({"learning-rate": 0.01})  # stays waiting
    # A search of ours may add some at the same time.
    assert len(study.trials) >= before + count + 2, len(study.trials)
    assert study.best_trial is not None


def main():
    command, arguments = sys.argv[1], sys.argv[2:]
    if command == "version":
        print(optuna.__version__)
    elif command == "describe":
        json.dump(describe(arguments[0]), sys.stdout)
    else:
        go_on(arguments[0], arguments[1], int(arguments[2]))


main()
