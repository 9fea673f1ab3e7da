using System.Collections;
using System.Globalization;
using System.Reflection;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>One public property of what was read: what it holds, and how many lists stand between the resource and it.</summary>
internal sealed record ReadProperty(PropertyInfo Property, int Lists, string Value)
{
    /// <summary>"CodeableConcept.Text": by the class that declares it.</summary>
    public string Name => NameOf(Property);

    /// <summary>The type of the property, or of the items of its list.</summary>
    public Type Kind => KindOf(Property);

    /// <summary>That something is not understood, rather than what it says.</summary>
    public bool IsRefusal => Property.Name is nameof(Resource.NotUnderstood);

    public static string NameOf(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    public static Type KindOf(PropertyInfo property)
    {
        var type = property.PropertyType;
        var item = type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : type;
        return Nullable.GetUnderlyingType(item) ?? item;
    }

    /// <summary>Our own classes whose properties are looked at one by one; dates and inline data count as one value.</summary>
    public static bool HasParts(Type type) =>
        type.Assembly == typeof(Resource).Assembly && type.IsClass && type != typeof(FhirDateTime) && type != typeof(InlineContent);

    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>The properties in which the two readings differ.</summary>
    public static IReadOnlyList<ReadProperty> Moved(Dictionary<string, ReadProperty> before, Dictionary<string, ReadProperty> after) =>
    [
        .. after.Where(one => !before.TryGetValue(one.Key, out var old) || !string.Equals(old.Value, one.Value.Value, StringComparison.Ordinal)).Select(one => one.Value),
        .. before.Where(one => !after.ContainsKey(one.Key)).Select(one => one.Value),
    ];

    /// <summary>All of them, by where they stand ("Patient.Names[0].Text").</summary>
    public static Dictionary<string, ReadProperty> All(Resource resource)
    {
        var all = new Dictionary<string, ReadProperty>(StringComparer.Ordinal);
        Add(all, resource.ResourceType, resource, lists: 0);
        return all;
    }

    private static void Add(Dictionary<string, ReadProperty> all, string place, object owner, int lists)
    {
        foreach (var property in PropertiesOf(owner.GetType()))
        {
            Add(all, $"{place}.{property.Name}", property, property.GetValue(owner), lists);
        }
    }

    private static void Add(Dictionary<string, ReadProperty> all, string place, PropertyInfo property, object? value, int lists)
    {
        if (value is IEnumerable many and not string)
        {
            var index = 0;
            foreach (var item in many)
            {
                Add(all, $"{place}[{index++}]", property, item, lists + 1);
            }
            return;
        }
        var hasParts = value is not null && HasParts(value.GetType());
        all[place] = new ReadProperty(property, lists, hasParts ? value!.GetType().Name : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        if (hasParts)
        {
            Add(all, place, value!, lists);
        }
    }
}
