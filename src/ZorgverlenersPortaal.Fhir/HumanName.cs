using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A name. nl-core sends an "official" one with text, and a "usual" one with only the name used in daily life.
/// </summary>
public sealed record HumanName
{
    public string? Use { get; private set; }

    public string? Text { get; private set; }

    public string? Family { get; private set; }

    /// <summary>Why there is no family name.</summary>
    public string? FamilyAbsentReason { get; private set; }

    /// <summary>First names; initials that are marked as such stand in <see cref="Initials"/>.</summary>
    public IReadOnlyList<string> Given { get; private set; } = [];

    /// <summary>Initials as written, without spaces between them ("J.P.").</summary>
    public string? Initials { get; private set; }

    public IReadOnlyList<string> Prefix { get; private set; } = [];

    public IReadOnlyList<string> Suffix { get; private set; } = [];

    public string? OwnPrefix { get; private set; }

    public string? OwnName { get; private set; }

    public string? PartnerPrefix { get; private set; }

    public string? PartnerName { get; private set; }

    /// <summary>
    /// What to show: the text, else first names or initials and the family name; null when there is nothing.
    /// </summary>
    public string? Show
    {
        get
        {
            if (Text is not null)
            {
                return Text;
            }
            var parts = Given.DefaultIfEmpty(Initials).Append(Family).Where(part => !string.IsNullOrWhiteSpace(part));
            var name = string.Join(' ', parts);
            return name.Length == 0 ? null : name;
        }
    }

    internal static HumanName? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var name = new HumanName();
        IReadOnlyList<string?> given = [], qualifiers = [];
        var isUseKnown = true;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "use": name.Use = r.Vital(name.Use, Element.Code); isUseKnown &= name.Use is not null; break;
                case "text": name.Text = r.Text(); break;
                case "family": name.Family = r.Text(); break;
                case "_family": name.ReadFamily(ref r); break;
                case "given": given = r.Positioned(Element.Text); break;
                case "_given": qualifiers = r.Positioned(ReadQualifier); break;
                case "prefix": name.Prefix = r.List(Element.Text); break;
                case "suffix": name.Suffix = r.List(Element.Text); break;
                default: r.Unread(); break;
            }
        }
        name.SetGiven(given, qualifiers);
        // "use" is a modifier: what may be an old name is not shown as a current one.
        return isUseKnown ? name : null;
    }

    private static string? ReadQualifier(ref FhirReader r) => r.PrimitiveExtension(ExtensionUrls.NameQualifier);

    private void ReadFamily(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return;
        }
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "extension": ReadFamilyParts(ref r); break;
                default: r.Unread(); break;
            }
        }
    }

    private void ReadFamilyParts(ref FhirReader r)
    {
        if (!r.BeginList())
        {
            return;
        }
        while (r.NextExtension())
        {
            switch (r.Name)
            {
                case ExtensionUrls.OwnPrefix: OwnPrefix = r.ExtensionText(); break;
                case ExtensionUrls.OwnName: OwnName = r.ExtensionText(); break;
                case ExtensionUrls.PartnerPrefix: PartnerPrefix = r.ExtensionText(); break;
                case ExtensionUrls.PartnerName: PartnerName = r.ExtensionText(); break;
                case ExtensionUrls.DataAbsentReason: FamilyAbsentReason = r.ExtensionText(); break;
                default: r.Unread(); break;
            }
        }
    }

    private void SetGiven(IReadOnlyList<string?> given, IReadOnlyList<string?> qualifiers)
    {
        bool IsInitial(int i) => i < qualifiers.Count && qualifiers[i] is "IN";
        var names = new List<string>(given.Count);
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i] is { } part && !IsInitial(i))
            {
                names.Add(part);
            }
        }
        Given = names;
        Initials = string.Concat(given.Where((_, i) => IsInitial(i)));
        Initials = Initials.Length == 0 ? null : Initials;
    }
}
