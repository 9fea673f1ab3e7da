using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Reads the bytes of one answer; must not keep the span.</summary>
internal delegate Resource FhirParser(ReadOnlySpan<byte> utf8);
