package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BarChartTest {

    private static final BarChart.Bar OURS = new BarChart.Bar("ours & <theirs>", new Distribution(50, 40, 60), true);
    private static final BarChart.Bar PEER = new BarChart.Bar("peer", new Distribution(100, 90, 200), false);

    @Test
    void the_largest_of_all_that_was_measured_fills_the_width() throws Exception {
        assertThat(attributes(chart(OURS, PEER), "rect", "width")).containsExactly("105.0", "210.0");
    }

    @Test
    void the_line_over_a_bar_goes_from_the_least_to_the_most() throws Exception {
        assertThat(attributes(chart(OURS, PEER), "path", "d"))
                .containsExactly(
                        "M354.0 77.0H396.0M354.0 73.0v8M396.0 73.0v8",
                        "M459.0 117.0H690.0M459.0 113.0v8M690.0 113.0v8");
    }

    @Test
    void there_is_no_such_line_where_all_measured_the_same() throws Exception {
        var same = new BarChart.Bar("size", new Distribution(7, 7, 7), true);

        assertThat(attributes(chart(same), "path", "d")).isEmpty();
    }

    @Test
    void the_figure_stands_after_bar_and_line_and_within_the_picture() throws Exception {
        var svg = chart(OURS, PEER);

        assertThat(attributes(svg, "text", "x")).containsExactly("16", "16", "260", "406.0", "260", "700.0");
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("820");
    }

    @Test
    void what_is_below_zero_has_no_length() throws Exception {
        var below = new BarChart.Bar("noise", new Distribution(-1, -2, 0), true);

        assertThat(attributes(chart(below), "rect", "width")).containsExactly("0.0");
    }

    @Test
    void texts_are_told_as_they_are() throws Exception {
        assertThat(texts(chart(OURS))).containsExactly("CPU time", "ms; less is better", "ours & <theirs>", "50.0");
    }

    @Test
    void only_what_is_ours_stands_out() throws Exception {
        assertThat(attributes(chart(OURS, PEER), "rect", "class")).containsExactly("ours", "peer");
    }

    private static Document chart(BarChart.Bar... bars) throws Exception {
        var svg = new BarChart("CPU time", "ms; less is better", 1, List.of(bars)).svg();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> attributes(Document svg, String element, String attribute) {
        return elements(svg, element).stream()
                .map(each -> each.getAttribute(attribute))
                .toList();
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
