package dev.claimgraph.api;

import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Takes a body that is {@code null} for what it is, no request. */
@Component
class RequestBodies extends SimpleModule {

    RequestBodies() {
        super(RequestBodies.class.getSimpleName());
        setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
                return bean.getBeanClass() == SerializableGraphQlRequest.class
                        ? new NeverNull(deserializer)
                        : deserializer;
            }
        });
    }

    private static final class NeverNull extends DelegatingDeserializer {

        NeverNull(ValueDeserializer<?> request) {
            super(request);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> request) {
            return new NeverNull(request);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return context.reportInputMismatch(this, "null is no request");
        }
    }
}
