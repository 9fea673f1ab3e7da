using System.Runtime.CompilerServices;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Slots for the codings, concepts and references met last in one reading: the same patient, code and status stand in
/// every entry.
/// </summary>
[InlineArray(Length)]
internal struct RecentParts
{
    internal const int Length = 512;
    private object? _first;
}
