"""Makes the studies that StudiesTests reads, with Optuna 5.0.0 itself.

    python make_studies.py FOLDER

writes optuna.journal and optuna.db, the same trials in each, and expected.json: what Optuna says of
them once it has loaded the journal. Committed are the files that Optuna 5.0.0 made on Python 3.11.
"""

import json
import os
import sys
import warnings

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

warnings.simplefilter("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)


def objective(trial):
    rate = trial.suggest_float("learning-rate", 1e-6, 1e-2, log=True)
    drop = trial.suggest_float("dropout", 0.0, 0.5, step=0.1)
    hidden = trial.suggest_int("hidden", 50, 200, step=50)
    layers = trial.suggest_int("layers", 1, 16, log=True)
    init = trial.suggest_categorical("init", ["std=0.01", "xavier", None, 2, 0.5, True])
    trial.set_user_attr("note", "naïve \"quoted\" \u2713")
    trial.set_user_attr("exact", 12345678901234567890)
    trial.set_user_attr("whole", 1.0)
    for step in range(3):
        trial.report([0.25, float("nan"), float("inf")][(step + trial.number) % 3], step * 10)
    if trial.number == 3:
        raise optuna.TrialPruned()
    if trial.number == 4:
        raise RuntimeError("failed on purpose")
    if trial.number == 5:
        return float("inf")
    return rate * 100 + drop + hidden / 1000 + layers + (init == "xavier")


def fill(study):
    study.set_user_attr("about", {"nested": [1, 2.5, None, "x"]})
    study.set_metric_names(["loss"])
    study.enqueue_trial({"learning-rate": 0.001, "hidden": 100})
    study.optimize(objective, n_trials=7, catch=(RuntimeError,))
    study.ask()  # stays running
    study.enqueue_trial({"dropout": 0.3})  # stays waiting


def described(study):
    def number(value):
        return repr(value) if value is not None else None

    return {
        "name": study.study_name,
        "directions": [direction.name for direction in study.directions],
        "user": study.user_attrs,
        "trials": [
            {
                "number": trial.number,
                "state": trial.state.name,
                "values": [number(value) for value in trial.values] if trial.values else None,
                "params": {
                    name: number(trial.distributions[name].to_internal_repr(value))
                    for name, value in trial.params.items()
                },
                "distributions": {
                    name: optuna.distributions.distribution_to_json(distribution)
                    for name, distribution in trial.distributions.items()
                },
                "intermediate": {
                    str(step): number(value) for step, value in trial.intermediate_values.items()
                },
                "user": {key: json.dumps(value) for key, value in trial.user_attrs.items()},
                "system": sorted(trial.system_attrs),
                "seconds": (
                    (trial.datetime_complete - trial.datetime_start).total_seconds()
                    if trial.datetime_complete and trial.datetime_start
                    else None
                ),
            }
            for trial in study.get_trials(deepcopy=False)
        ],
    }


def main():
    folder = sys.argv[1]
    journal, database = (os.path.join(folder, name) for name in ("optuna.journal", "optuna.db"))
    for path in (journal, database):
        if os.path.exists(path):
            os.remove(path)
    storage = JournalStorage(JournalFileBackend(journal))
    # The first study is deleted: its id is not given again, and its trials keep theirs.
    gone = optuna.create_study(storage=storage, study_name="gone")
    gone.optimize(lambda trial: trial.suggest_float("x", 0, 1), n_trials=2)
    optuna.delete_study(study_name="gone", storage=storage)
    sampler = optuna.samplers.RandomSampler(seed=3)
    study = optuna.create_study(storage=storage, study_name="kept", sampler=sampler)
    fill(study)
    both = optuna.create_study(
        storage=storage, study_name="both", directions=["minimize", "maximize"])
    both.add_trial(optuna.create_trial(values=[0.5, -1.5], user_attrs={"k": [1]}))
    optuna.copy_study(
        from_study_name="kept", from_storage=storage, to_storage=f"sqlite:///{database}")
    optuna.copy_study(
        from_study_name="both", from_storage=storage, to_storage=f"sqlite:///{database}")
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump([described(study), described(both)], file, indent=1)
        file.write("\n")
    print(f"made by Optuna {optuna.__version__}")


main()
