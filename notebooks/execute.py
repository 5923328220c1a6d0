"""Runs one notebook from start to end: python3 execute.py check|update NOTEBOOK

check  compares what its cells give with what the notebook holds; exit code 1 if a cell fails or gives something else
update keeps what its cells give in the notebook

Text is compared as it stands. Figures are drawn with the fonts of the machine and carry sentences of
their own: only that they are there is compared.
"""

import copy
import difflib
import logging
import os
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

# The kernel does not always start: it may miss what it is asked while it opens its ports.
STARTS = 6
SECONDS_TO_START = 20
SECONDS_A_CELL = 300


def main(mode, path, start="1"):
    committed = nbformat.read(path, as_version=4)
    log = os.path.join(os.environ["JUPYTER_RUNTIME_DIR"], path + ".log")
    try:
        executed = run(copy.deepcopy(committed), log)
    except CellExecutionError as error:
        sys.exit(f"{path}: a cell fails\n{error}")
    except (DeadKernelError, RuntimeError, TimeoutError) as error:
        again(mode, path, int(start), error, log)
    for cell in code(executed):
        cell.outputs = tidy(cell.outputs)
    secrets = [os.environ["QUIPU_DEMO"], os.path.expanduser("~") + "/", os.getcwd()]
    for cell in code(executed):
        if any(secret in line for line in said(cell) for secret in secrets):
            sys.exit(f"{path}: a cell shows a path of this machine\n{cell.source}")
    if mode == "update":
        nbformat.write(bare(executed), path)
        print(f"{path}: {len(code(executed))} cells, {os.path.getsize(path) // 1000} kB")
    else:
        check(path, committed, executed)


def run(notebook, log):
    """The notebook with what its cells give; what the kernel says of itself goes to a file."""
    client = NotebookClient(
        notebook,
        kernel_name="quipu-java",
        startup_timeout=SECONDS_TO_START,
        timeout=SECONDS_A_CELL,
        log=silent(),
    )
    with open(log, "w") as out:
        return client.execute(stdout=out, stderr=out)


def silent():
    logger = logging.getLogger("nbclient")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger


def again(mode, path, start, error, log):
    """Begins anew, in a fresh process with other ports: now and then a kernel does not start, or dies."""
    print(f"{path}: the kernel has stopped, start {start} of {STARTS}: {error}", file=sys.stderr, flush=True)
    if start < STARTS:
        os.execv(sys.executable, [sys.executable, __file__, mode, path, str(start + 1)])
    with open(log) as said_by_kernel:
        print("".join(said_by_kernel.readlines()[-20:]), file=sys.stderr, flush=True)
    os._exit(1)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tidy(outputs):
    """Outputs without what differs from run to run: pieces of text joined, no marks of the moment."""
    whole = []
    for output in outputs:
        if output.output_type == "stream" and whole and whole[-1].get("name") == output.name:
            whole[-1].text += output.text
        else:
            output.pop("transient", None)
            whole.append(output)
    return whole


def bare(notebook):
    """The notebook without marks of when and by whom it was run."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Java (Quipu)", "language": "java", "name": "quipu-java"},
        "language_info": {"name": "java", "file_extension": ".java", "mimetype": "text/x-java-source"},
    }
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def said(cell):
    """What a cell gives, as lines; of a figure only its kind."""
    lines = []
    for output in cell.outputs:
        if output.output_type == "stream":
            lines += [f"{output.name}: {line}" for line in output.text.splitlines()]
        else:
            images = sorted(kind for kind in output.data if kind.startswith("image/"))
            texts = {} if images else output.data
            lines += images + [f"{kind}: {line}" for kind in sorted(texts) for line in texts[kind].splitlines()]
    return lines


def check(path, committed, executed):
    differences = []
    for number, (old, new) in enumerate(zip(code(committed), code(executed)), start=1):
        differences += difflib.unified_diff(
            said(old), said(new), f"{path}, cell {number}, committed", "now", lineterm="", n=1
        )
    if differences:
        sys.exit("\n".join(differences) + "\nIf this is as it should be: notebooks/run --update")
    print(f"{path}: {len(code(executed))} cells give what the notebook holds")


if __name__ == "__main__":
    main(*sys.argv[1:])
