using System.Runtime.InteropServices;

namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>
/// One value a resource can be found by. Token: system and code; reference: target type and id; string: folded text in
/// <paramref name="Code"/>; date: the interval from <paramref name="Low"/> to <paramref name="High"/> in UTC ticks,
/// both inclusive.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexValue(string Parameter, string System, string Code, long Low = 0, long High = 0);
