"""The language server: what editors ask of the engine, over the Language Server Protocol (3.17).

It needs the extra ``server``, and is imported only by the command of that name.
"""
