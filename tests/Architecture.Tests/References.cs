using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CrossBorder.Architecture.Tests;

/// <summary>Every type that a type names: in its signatures, its attributes and the bodies of its methods, closures and state machines included.</summary>
internal static class References
{
    public static IReadOnlySet<string> Of(TypeDefinition type)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(type, found);
        return found;
    }

    private static void Collect(TypeDefinition type, HashSet<string> found)
    {
        Add(type.BaseType, found);
        foreach (var contract in type.Interfaces)
        {
            Add(contract.InterfaceType, found);
        }

        AddAttributes(type, found);
        foreach (var field in type.Fields)
        {
            Add(field.FieldType, found);
            AddAttributes(field, found);
        }

        foreach (var property in type.Properties)
        {
            AddAttributes(property, found);
        }

        foreach (var method in type.Methods)
        {
            Collect(method, found);
        }

        foreach (var nested in type.NestedTypes)
        {
            Collect(nested, found);
        }
    }

    private static void Collect(MethodDefinition method, HashSet<string> found)
    {
        AddSignature(method, found);
        AddAttributes(method, found);
        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Add(variable.VariableType, found);
        }

        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Add(handler.CatchType, found);
        }

        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
        {
            switch (operand)
            {
                case MethodReference called:
                    Add(called.DeclaringType, found);
                    AddSignature(called, found);
                    break;
                case FieldReference used:
                    Add(used.DeclaringType, found);
                    Add(used.FieldType, found);
                    break;
                case TypeReference named:
                    Add(named, found);
                    break;
            }
        }
    }

    private static void AddSignature(MethodReference method, HashSet<string> found)
    {
        Add(method.ReturnType, found);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType, found);
        }

        if (method is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(argument, found);
            }
        }
    }

    private static void AddAttributes(ICustomAttributeProvider owner, HashSet<string> found)
    {
        foreach (var attribute in owner.CustomAttributes)
        {
            Add(attribute.AttributeType, found);
        }
    }

    private static void Add(TypeReference? type, HashSet<string> found)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                Add(generic.ElementType, found);
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument, found);
                }

                return;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType, found);
                return;
            default:
                found.Add(type.FullName);
                return;
        }
    }
}
