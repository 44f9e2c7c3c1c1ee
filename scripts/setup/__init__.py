"""What site.py and test.py share: the Python environment, the browser, the words said meanwhile.

Importing it stops on a Python that is too old, before any newer syntax is read: this file, site.py and
test.py keep to what Python 3.6 parses.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Tissage a besoin de Python 3.11 ou plus récent; celui-ci est Python {0}.{1}."
        " Installez-en un (par exemple de python.org), puis relancez avec lui.\n"
        "Tissage needs Python 3.11 or newer; this is Python {0}.{1}."
        " Install one (for example from python.org), then run this again with it.".format(*sys.version_info)
    )
