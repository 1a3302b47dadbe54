package dev.triggerview.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lets processes that are all there work one after another, in short turns: what slows
 * the machine down for a while then slows all of them down alike. A cycle begins when
 * each process is ready for its turn, and every second cycle goes the other way round.
 */
final class Turns implements AutoCloseable {

	static final int READY = 'r';

	static final int GO = 'g';

	static final int DONE = 'd';

	private final ServerSocket server;

	private final List<Socket> processes = new ArrayList<>();

	private Turns(ServerSocket server) {
		this.server = server;
	}

	/** Hand out turns to a number of processes, until each of them has ended. */
	static Turns among(int processes) {
		try {
			Turns turns = new Turns(new ServerSocket(0, processes, InetAddress.getLoopbackAddress()));
			Thread thread = new Thread(() -> turns.handOut(processes), "turns");
			thread.setDaemon(true);
			thread.start();
			return turns;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void handOut(int expected) {
		try {
			while (this.processes.size() < expected) {
				this.processes.add(this.server.accept());
			}
			while (!this.processes.isEmpty()) {
				this.processes.removeIf((process) -> !says(process, READY));
				for (Socket process : this.processes) {
					process.getOutputStream().write(GO);
					says(process, DONE);
				}
				Collections.reverse(this.processes);
			}
		}
		catch (IOException ex) {
			close();
		}
	}

	/** Return whether a process says it; one that has ended says nothing more. */
	private static boolean says(Socket process, int word) {
		try {
			return process.getInputStream().read() == word;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Whoever waits for a turn fails. */
	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket process : List.copyOf(this.processes)) {
				process.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
