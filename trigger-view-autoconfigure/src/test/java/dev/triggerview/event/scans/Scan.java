package dev.triggerview.event.scans;

import java.sql.Blob;
import java.sql.Clob;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.engine.jdbc.proxy.BlobProxy;
import org.hibernate.engine.jdbc.proxy.ClobProxy;

/** An entity that holds locators of large objects. */
@Entity
public class Scan {

	@Id
	private Long id;

	private String name;

	@Lob
	private Blob image = BlobProxy.generateProxy(new byte[] { 1, 2 });

	@Lob
	private Clob text = ClobProxy.generateProxy("text");

	protected Scan() {
	}

	public Scan(long id, String name) {
		this.id = id;
		this.name = name;
	}

}
