using System.Runtime.CompilerServices;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Slots for the short strings met last in one reading: systems, codes and names repeat in a Bundle and are made once.
/// It lives on the stack of that reading: a longer life would keep patient data (R5).
/// </summary>
[InlineArray(Length)]
internal struct RecentStrings
{
    internal const int Length = 1024;
    private string? _first;
}
