namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// An address line out of nl-core's parts, in the order in which Dutch addresses write them: "Dorpsstraat to 15 A 2e".
/// </summary>
internal static class AddressLine
{
    internal static string? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? line = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "extension": line = Compose(ref r); break;
                default: r.Unread(); break;
            }
        }
        return line;
    }

    private static string? Compose(ref FhirReader r)
    {
        if (!r.BeginList())
        {
            return null;
        }
        string? street = null, locator = null, number = null, suffix = null, unit = null;
        while (r.NextExtension())
        {
            switch (r.Name)
            {
                case ExtensionUrls.StreetName: street = r.ExtensionText(); break;
                case ExtensionUrls.AdditionalLocator: locator = r.ExtensionText(); break;
                case ExtensionUrls.HouseNumber: number = r.ExtensionText(); break;
                case ExtensionUrls.HouseNumberSuffix: suffix = r.ExtensionText(); break;
                case ExtensionUrls.UnitId: unit = r.ExtensionText(); break;
                default: r.Unread(); break;
            }
        }
        var line = string.Join(' ', new[] { street, locator, number, suffix, unit }.Where(part => part is not null));
        return line.Length == 0 ? null : line;
    }
}
