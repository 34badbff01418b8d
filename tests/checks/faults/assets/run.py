def start(): ...


# region stop
def stop(): ...


# endregion
