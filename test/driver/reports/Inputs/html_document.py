"""A page of HTML as its elements."""

import html.parser

VOID = {"meta", "link", "input", "img", "br"}


class Element:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.text = tag, attributes, ""

    def __contains__(self, attribute):
        return attribute in self.attributes

    def __getitem__(self, attribute):
        return self.attributes[attribute]


class Document(html.parser.HTMLParser):
    def __init__(self, source):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.elements.append(Element(tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> ends <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def all(self, tag):
        return [element for element in self.elements if element.tag == tag]

    def only(self, tag):
        (element,) = self.all(tag)
        return element

    def texts(self, tag):
        return [element.text for element in self.all(tag)]

    def hidden(self, tag):
        return ["hidden" in element for element in self.all(tag)]

    def ids(self):
        return {element["id"]: element for element in self.elements if "id" in element}
