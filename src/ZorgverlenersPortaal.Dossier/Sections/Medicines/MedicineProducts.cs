using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>Finds the products that medication points at. What leads nowhere still is a medicine: "onbekend middel".</summary>
internal sealed class MedicineProducts
{
    public const string UnknownName = "onbekend middel";

    private readonly Uri _base;
    private readonly Dictionary<string, Medication> _products;

    public MedicineProducts(IEnumerable<Medication> products, Uri baseAddress)
    {
        _base = baseAddress;
        _products = products.Where(p => p.Id is not null).DistinctBy(p => p.Reference).ToDictionary(p => p.Reference, StringComparer.Ordinal);
    }

    /// <summary>The ids of products at the EPD that did not come along.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<MedicationRecord> records) =>
    [
        .. records.Select(r => r.Medication?.Reference).OfType<FhirReference>()
            .Select(r => ReferenceResolver.Resolve(r, _base))
            .Where(r => r is { Kind: ReferenceKind.Resource, Type: "Medication", Id: not null } && !_products.ContainsKey(r.Reference!))
            .Select(r => r.Id!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Name, codes and own reference of the product of a record.</summary>
    public (string? Name, IReadOnlyList<string> Keys, string? Source) Find(MedicationRecord record)
    {
        if (record.Medication is not { } choice)
        {
            return (null, [], null);
        }
        if (choice.Reference is not { } reference)
        {
            return (Words.Of(choice.Concept), Keys(choice.Concept), null);
        }
        var resolved = ReferenceResolver.Resolve(reference, _base);
        var product = resolved switch
        {
            { Kind: ReferenceKind.Contained, Id: { } id } => record.FindContained(id) as Medication,
            { Reference: { } at } => _products.GetValueOrDefault(at),
            _ => null,
        };
        // The reference's own words stand in for a product that did not come, never for one that says it is wrong.
        var name = product switch
        {
            null => Words.Of(reference.Display),
            { NotUnderstood: not null } or { IsEnteredInError: true } => null,
            _ => Words.Of(product.Code) ?? Mixture(product) ?? Words.Of(reference.Display),
        };
        IEnumerable<string> own = resolved is { Kind: ReferenceKind.Resource, Reference: { } key } ? [key] : [];
        return (name, [.. Keys(product?.Code), .. own], resolved.Kind == ReferenceKind.Contained ? null : product?.VersionedReference);
    }

    private static string? Mixture(Medication product)
    {
        var parts = product.Ingredients.Select(Ingredient).ToList();
        // Half a recipe is no name.
        return parts.Count == 0 || parts.Contains(null) ? Words.Of(product.Form) : Words.Join([Words.Of(product.Form), .. parts]);
    }

    private static string? Ingredient(MedicationIngredient part)
    {
        var name = Words.Of(part.Item?.Concept) ?? Words.Of(part.Item?.Reference?.Display);
        if (name is null || part.Strength is null)
        {
            return name;
        }
        var (over, under) = (part.Strength.Numerator, part.Strength.Denominator);
        return over is not null && under is not null && DosageWords.Amount(over) is { } amount && DosageWords.Amount(under) is { } per
            ? $"{name} {amount} per {per}" : null;
    }

    private static IReadOnlyList<string> Keys(CodeableConcept? code) =>
        code is null ? [] : [.. code.Codings.Where(c => c is { System: not null, Code: not null }).Select(c => $"{c.System}|{c.Code}")];
}
