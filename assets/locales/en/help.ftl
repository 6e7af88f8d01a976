# What --help and ? say.
