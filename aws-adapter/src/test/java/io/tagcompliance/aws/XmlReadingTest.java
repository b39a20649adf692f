package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;

/** The parser that the SDK gets when it asks for one as it does. */
class XmlReadingTest {
    @Test
    void the_xml_of_aws_is_read_by_the_parser_that_was_chosen() {
        assertThat(XMLInputFactory.newInstance().getClass().getName()).startsWith("com.ctc.wstx.");
    }
}
