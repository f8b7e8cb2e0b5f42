// Loaded before a server: it exits when its standard input ends, which is when the process that started it exits.
process.stdin.resume().on('end', () => process.kill(process.pid, 'SIGTERM'));
