namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>A ward with its rooms, the doctor who leads treatment there, and why people lie there.</summary>
internal sealed record Ward(string Code, string Name, Term Specialty, Doctor Doctor, IReadOnlyList<Term> Reasons)
{
    public const int Rooms = 6;

    public string Id => "loc-" + Code.ToLowerInvariant();

    public string Display => Code + " " + Name;

    public string RoomId(int room) => $"{Id}-k{room}";

    public static string RoomName(int room) => $"kamer {room}";
}
