using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>Puts another JSON value in the place of one property's value, keeping the JSON well-formed.</summary>
internal static class ValueSwap
{
    public static byte[] Swap(byte[] json, int index, string value)
    {
        var places = Places(json);
        var (start, end) = places[index % places.Count];
        return [.. json[..start], .. Encoding.UTF8.GetBytes(value), .. json[end..]];
    }

    private static List<(int Start, int End)> Places(byte[] json)
    {
        var places = new List<(int Start, int End)>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var value = reader;
                value.Read();
                var start = (int)value.TokenStartIndex;
                value.Skip();
                places.Add((start, (int)value.BytesConsumed));
            }
        }
        return places;
    }
}
