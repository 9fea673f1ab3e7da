using System.Runtime.CompilerServices;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Slots for the concepts and references met last in one reading: the same patient, code and status stand in every
/// entry. On the stack of that reading, as <see cref="RecentStrings"/> is.
/// </summary>
[InlineArray(Length)]
internal struct RecentParts
{
    internal const int Length = 512;
    private RecentPart _first;
}
