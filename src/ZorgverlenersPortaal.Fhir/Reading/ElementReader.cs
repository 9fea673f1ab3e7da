namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Reads the value the reader stands on, and leaves the reader on its last token. Null means malformed or absent.
/// </summary>
internal delegate T? ElementReader<out T>(ref FhirReader r)
    where T : class;
