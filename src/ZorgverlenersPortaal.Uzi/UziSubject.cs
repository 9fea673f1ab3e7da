using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>Parts of a distinguished name by OID. Its text form is never read: commas in names break that.</summary>
internal sealed class UziSubject
{
    private const string CommonNameOid = "2.5.4.3";
    private const string SurnameOid = "2.5.4.4";
    private const string SerialNumberOid = "2.5.4.5";
    private const string OrganizationOid = "2.5.4.10";
    private const string TitleOid = "2.5.4.12";
    private const string GivenNameOid = "2.5.4.42";

    private readonly ILookup<string, string> _values;

    private UziSubject(ILookup<string, string> values) => _values = values;

    public string CommonName => First(CommonNameOid);

    public string Organization => First(OrganizationOid);

    public string Title => First(TitleOid);

    public string FullName => $"{First(GivenNameOid)} {First(SurnameOid)}".Trim();

    /// <summary>Null unless there is exactly one: with two, nobody could say which one counts.</summary>
    public string? SerialNumber => _values[SerialNumberOid].ToList() is [var only] ? only : null;

    /// <summary>Relative names of several parts are left out: CIBG makes none, and their order says nothing.</summary>
    public static UziSubject Read(X500DistinguishedName name)
    {
        var parts = name.EnumerateRelativeDistinguishedNames(reversed: false).Where(part => !part.HasMultipleElements);
        return new UziSubject(parts.ToLookup(
            part => part.GetSingleElementType().Value ?? "",
            part => part.GetSingleElementValue() ?? "",
            StringComparer.Ordinal));
    }

    private string First(string oid) => LogText.Display(_values[oid].FirstOrDefault());
}
