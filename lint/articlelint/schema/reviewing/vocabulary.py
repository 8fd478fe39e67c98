"""The keywords and formats that schemas have, of any draft."""

from __future__ import annotations

from typing import Final

#: The keywords whose value is a schema, a list of schemas, or schemas by keys.
OF_ONE: Final = frozenset(
    (
        *("additionalItems", "additionalProperties", "contains", "contentSchema", "else", "if"),
        *("items", "not", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"),
    )
)
OF_LIST: Final = frozenset(("allOf", "anyOf", "items", "oneOf", "prefixItems"))
BY_KEY: Final = frozenset(
    (
        *("$defs", "definitions", "dependencies", "dependentSchemas"),
        *("patternProperties", "properties"),
    )
)

#: All keywords of drafts 4 to 2020-12, and those of other vocabularies that have a sense here.
KEYWORDS: Final = frozenset(
    (
        *(OF_ONE | OF_LIST | BY_KEY),
        *("$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id", "$recursiveAnchor"),
        *("$recursiveRef", "$ref", "$schema", "$vocabulary", "const", "contentEncoding"),
        *("contentMediaType", "default", "dependentRequired", "deprecated", "description"),
        *("discriminator",),
        *("enum", "errorMessage", "examples", "exclusiveMaximum", "exclusiveMinimum"),
        *("format", "id", "maxContains", "maxItems", "maxLength", "maxProperties", "maximum"),
        *("minContains", "minItems", "minLength", "minProperties", "minimum", "multipleOf"),
        *("pattern", "readOnly", "required", "title", "type", "uniqueItems", "writeOnly"),
    )
)

#: Keywords of OpenAPI that only describe, or that JSON Schema has others for.
ANNOTATIONS: Final = frozenset(("example", "externalDocs", "nullable", "xml"))

#: The formats of all drafts, and those of OpenAPI, which only annotate.
FORMATS: Final = frozenset(
    (
        *("date", "date-time", "duration", "email", "hostname", "idn-email", "idn-hostname"),
        *("ipv4", "ipv6", "iri", "iri-reference", "json-pointer", "regex"),
        *("relative-json-pointer", "time", "uri", "uri-reference", "uri-template", "uuid"),
        *("binary", "byte", "double", "float", "int32", "int64", "password"),
    )
)
