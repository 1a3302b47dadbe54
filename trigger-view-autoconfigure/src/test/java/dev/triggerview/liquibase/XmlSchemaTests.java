package dev.triggerview.liquibase;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import liquibase.change.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The schema knows each attribute of each change, and no other. */
class XmlSchemaTests {

	private static final String RESOURCE = "/www.triggerview.dev/xml/ns/trigger-view-latest.xsd";

	/** Written as text or as elements and not as attributes. */
	private static final Set<String> NO_ATTRIBUTES = Set.of("body", "functionBody", "variants");

	@ParameterizedTest
	@MethodSource("changes")
	void knowsEachAttributeOfAChange(StoredCodeChange change) throws Exception {
		Set<String> expected = new TreeSet<>(change.createChangeMetaData().getParameters().keySet());
		expected.removeAll(NO_ATTRIBUTES);
		assertThat(attributes(change.change())).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("changes")
	void explainsEachAttributeAsTheChangeDoes(StoredCodeChange change) throws Exception {
		for (Element attribute : elements(element(change.change()), "attribute")) {
			assertThat(attribute.getTextContent().strip()).as(attribute.getAttribute("name"))
				.isEqualTo(change.createChangeMetaData()
					.getParameters()
					.get(attribute.getAttribute("name"))
					.getDescription());
		}
	}

	@Test
	void knowsTheAttributesOfAVariant() throws Exception {
		Set<String> expected = new TreeSet<>(TriggerVariant.ATTRIBUTES);
		expected.remove("body");
		assertThat(names(elements(schema("complexType", "variant"), "attribute"))).isEqualTo(expected);
	}

	@Test
	void explainsTheAttributesOfAVariant() throws Exception {
		assertThat(elements(schema("complexType", "variant"), "attribute"))
			.allSatisfy((attribute) -> assertThat(attribute.getTextContent()).isNotBlank());
	}

	@ParameterizedTest
	@ValueSource(strings = { "<createFunction functionName='f' replaceIfExists='${replace}'>x</createFunction>",
			"<createFunction functionName='f' securityDefiner='TRUE' path='p' relativeToChangelogFile='${r}'/>",
			"<dropTrigger triggerName='t' ifExists='${may}'/>", "<dropFunction functionName='f' ifExists='${may}'/>" })
	void acceptsPropertiesForTruthValues(String change) throws Exception {
		validateElement(change);
	}

	@ParameterizedTest
	@ValueSource(strings = { "triggerName='t' timing='INSTEAD OF' events='INSERT, UPDATE' enabled='REPLICA'",
			"triggerName='t' timing='after' forEach='row' disabled='${off}' replaceIfExists='true' onUnsupported='skip'",
			"triggerName='t' timing='${timing}' events='${events}' constraint='${c}'" })
	void acceptsWhatTheChangeAccepts(String attributes) throws Exception {
		validate(attributes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "triggerName='t' timming='AFTER'", "tableName='t'", "triggerName='t' disabled='perhaps'",
			"triggerName='t' disabled='1'" })
	void refusesWhatTheChangeRefuses(String attributes) {
		assertThatExceptionOfType(SAXException.class).isThrownBy(() -> validate(attributes));
	}

	static Stream<StoredCodeChange> changes() {
		return ServiceLoader.load(Change.class)
			.stream()
			.map(ServiceLoader.Provider::get)
			.filter(StoredCodeChange.class::isInstance)
			.map(StoredCodeChange.class::cast);
	}

	private static void validate(String attributes) throws Exception {
		validateElement("<createTrigger " + attributes + ">x<variant dbms='h2' javaClass='y'/></createTrigger>");
	}

	private static void validateElement(String element) throws Exception {
		Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
			.newSchema(XmlSchemaTests.class.getResource(RESOURCE))
			.newValidator();
		validator.validate(new StreamSource(
				new StringReader(element.replaceFirst(" ", " xmlns='" + TriggerViewNamespace.URI + "' "))));
	}

	private static Set<String> attributes(String change) throws Exception {
		return names(elements(element(change), "attribute"));
	}

	private static Element element(String change) throws Exception {
		return schema("element", change);
	}

	private static Element schema(String kind, String name) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		try (InputStream stream = XmlSchemaTests.class.getResourceAsStream(RESOURCE)) {
			return elements(factory.newDocumentBuilder().parse(stream).getDocumentElement(), kind).stream()
				.filter((element) -> element.getAttribute("name").equals(name))
				.findFirst()
				.orElseThrow(() -> new AssertionError("The schema has no " + kind + " " + name));
		}
	}

	private static List<Element> elements(Element parent, String kind) {
		NodeList nodes = parent.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, kind);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

	private static Set<String> names(List<Element> elements) {
		Set<String> names = new TreeSet<>();
		elements.forEach((element) -> names.add(element.getAttribute("name")));
		return names;
	}

}
