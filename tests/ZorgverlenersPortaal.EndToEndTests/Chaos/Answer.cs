namespace ZorgverlenersPortaal.EndToEndTests.Chaos;

/// <summary>One answer to one request of the traffic.</summary>
/// <param name="Uzi">Who asked.</param>
/// <param name="IsList">The list, else a patient.</param>
/// <param name="IsStranger">For another's patient.</param>
/// <param name="Status">0: none came.</param>
/// <param name="IsLeak">It shows what it may not.</param>
/// <param name="Started">By the system's timestamp.</param>
/// <param name="Ended">Likewise.</param>
internal sealed record Answer(string Uzi, bool IsList, bool IsStranger, int Status, bool IsLeak, long Started, long Ended)
{
    /// <summary>As it should be when nothing is broken.</summary>
    public bool IsGood => Status == (IsStranger ? 404 : 200);
}
