namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>The faults that are switched on now; a fault for the type asked goes before one for all types.</summary>
internal sealed class FaultBoard
{
    private volatile IReadOnlyList<Fault> _faults = [];

    public void Set(IReadOnlyList<Fault> faults) => _faults = faults;

    public Fault For(string type)
    {
        var faults = _faults;
        return faults.FirstOrDefault(fault => string.Equals(fault.Type, type, StringComparison.Ordinal))
            ?? faults.FirstOrDefault(fault => fault.Type is null)
            ?? Fault.None;
    }
}
